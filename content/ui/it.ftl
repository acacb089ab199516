# The app's own words. One idea a message. Amounts, days and numbers come as variables.
# $n is always a number; $what, $name, $day are words or days that stand as they are.

## Banners above every screen

# $name: the territory; $host: where its contents come from
banner-added-territory = «{ $name }» non fa parte di questa app: l'hai aggiunto tu. I contenuti vengono da { $host }.
banner-development = Contenuti di prova, firmati con chiavi di sviluppo. Non usarli.
banner-empty = Non c'è ancora nessun contenuto. Collegati a Internet e aggiorna.
# $day: the day of the content
banner-not-confirmed = Contenuti del { $day }. Non sappiamo se sono i più recenti.
# $n: days without a successful check
banner-not-checked-quiet = { $n ->
    [one] Ultimo controllo: { $n } giorno fa.
   *[other] Ultimo controllo: { $n } giorni fa.
}
banner-not-checked-visible = { $n ->
    [one] Non controlliamo gli aggiornamenti da { $n } giorno. Collegati appena puoi.
   *[other] Non controlliamo gli aggiornamenti da { $n } giorni. Collegati appena puoi.
}
banner-not-checked-strong = { $n ->
    [one] Contenuti vecchi: nessun controllo da { $n } giorno. Chiedi conferma all'ufficio.
   *[other] Contenuti vecchi: nessun controllo da { $n } giorni. Chiedi conferma all'ufficio.
}
banner-new-lineage = I contenuti sono ricominciati da capo, con nuove chiavi. Le tue scelte sono rimaste.
banner-settings-lost = Le tue scelte non si leggono più. Scegli di nuovo la lingua e il comune.
banner-clock = L'orologio del telefono segna una data passata. Controlla data e ora.

## Freshness of an item

# $day: the last day on which the item counts as fresh
freshness-fresh = Informazioni controllate. Valgono fino al { $day }.
freshness-check = Da controllare: chiedi conferma all'ufficio.
freshness-do-not-rely = Non fidarti di questa informazione: è troppo vecchia. Chiedi all'ufficio.
reservation-unsourced = Una parte di queste informazioni non ha una fonte sicura. Chiedi conferma.
reservation-volatile = Una parte di queste informazioni cambia spesso. Chiedi conferma.
reservation-conflict = Le fonti non sono d'accordo su una parte. Mostriamo il dato più prudente.
# For operators: the reservation, and the Italian note on what is doubtful.
reservation-note = { $reservation } ({ $note })

## Translation

translation-machine = Traduzione automatica. Vale il testo italiano.
translation-stale = Il testo italiano è cambiato dopo questa traduzione. Vale il testo italiano.
# $name: the name of the language that is shown instead
translation-fallback = Manca la traduzione. Leggi in: { $name }.
needs-update = Questa app è troppo vecchia per mostrare tutto. Aggiorna l'app.

## Home

home-title = Che cosa devi fare?
# $group: the slug of the group
group-title = { $group ->
    [ingresso_soggiorno] Permesso di soggiorno
    [tipi_permesso] Tipi di permesso
    [protezione] Protezione e asilo
    [famiglia] Famiglia
    [cittadinanza] Cittadinanza
    [anagrafe] Residenza e documenti
    [salute] Salute
    [scuola] Scuola
    [lingua] Lingua italiana
    [integrazione] Orientamento
    [lavoro] Lavoro
    [casa] Casa
    [prestazioni] Aiuti economici
   *[other] Altro
}

## Search

search-title = Cerca
# Stands in the empty field
search-hint = Che cosa ti serve?
# $words: what was searched instead of what was typed
search-showing = Risultati per: { $words }
search-nothing = Non ho trovato niente. Prova con altre parole, anche nella tua lingua. Oppure parla con una persona allo Spazio Immigrazione.
# $kind: what was found
search-kind = { $kind ->
    [procedure] Che cosa fare
    [document] Documento
    [office] Ufficio
    [office_type] Ufficio
    [service] Servizio
    [contact] Numero utile
   *[other] Parola degli uffici
}

## A procedure

# $actor: who acts
actor = { $actor ->
    [me] Tu
    [office] L'ufficio
    [employer] Il datore di lavoro
    [school] La scuola
    [family] Il familiare
    [third_party] Un'altra persona
   *[wait] Si aspetta
}
# $channel: how a step is done
channel = { $channel ->
    [desk] Allo sportello
    [appointment] Su appuntamento
    [post] Per posta
    [online] Su Internet
    [phone] Per telefono
    [email] Per e-mail
    [pec] Per PEC
   *[home] A casa
}
identity-spid-or-cie = Serve SPID o CIE.
identity-assisted = Lo fa per te chi è abilitato, per esempio un patronato.
free = Gratis
step-conditional = Questo passo serve solo in alcuni casi.
choose-municipality = Scegli il tuo comune per vedere l'ufficio.
document-original = originale
document-copies = { $n ->
    [one] { $n } copia
   *[other] { $n } copie
}
document-translated = tradotto in italiano
# $how: the way of legalisation
document-legalised = { $how ->
    [apostille] con apostille
    [consulate] legalizzato dal consolato
   *[either] con apostille o legalizzato
}
document-each-family-member = uno per ogni familiare
document-conditional = solo in alcuni casi
# $span: a span in words; $issuer: who issued the paper; $from: from which day
document-validity = { $issuer ->
    [home] Se fatto nel tuo Paese, vale { $span }
    [consulate] Se fatto dal consolato in Italia, vale { $span }
    [italian_office] Se fatto da un ufficio italiano, vale { $span }
   *[all] Vale { $span }
} { $from ->
    [translation] dalla traduzione
    [legalisation] dalla legalizzazione
   *[issue] dal rilascio
}
amount-unknown = importo non noto: chiedi all'ufficio
# $min and $max: amounts
amount-range = da { $min } a { $max }
total-up-to = In tutto: fino a { $max }
total-free = In tutto: gratis
total-exact = In tutto: { $min }
total-range = In tutto: da { $min } a { $max }
# $n: how many fees have no known amount
total-unknown = { $n ->
    [one] più { $n } spesa di importo non noto
   *[other] più { $n } spese di importo non noto
}
total-exemptions = Chi è esente paga meno.
pay-how = { $how ->
    [tabaccheria] in tabaccheria
    [bollettino] con bollettino postale
    [pagopa] con pagoPA
    [contanti] in contanti
    [carta] con carta
   *[other] chiedi come si paga
}

## Spans and terms

# $unit: the unit; $n: how many
span = { $unit ->
    [hours] { $n ->
        [one] { $n } ora
       *[other] { $n } ore
    }
    [days] { $n ->
        [one] { $n } giorno
       *[other] { $n } giorni
    }
    [working_days] { $n ->
        [one] { $n } giorno lavorativo
       *[other] { $n } giorni lavorativi
    }
    [months] { $n ->
        [one] { $n } mese
       *[other] { $n } mesi
    }
   *[years] { $n ->
        [one] { $n } anno
       *[other] { $n } anni
    }
}
# $max decides the plural
span-range = { $unit ->
    [hours] da { $min } a { $max } ore
    [days] da { $min } a { $max } giorni
    [working_days] da { $min } a { $max } giorni lavorativi
    [months] da { $min } a { $max } mesi
   *[years] da { $min } a { $max } anni
}
span-unknown = tempo non noto
# $anchor: the event a term is counted from; $span: in words
deadline-after = { $span } { $anchor ->
    [entry] dall'ingresso in Italia
    [permit_expiry] dopo la scadenza del permesso
    [permit_issue] dal rilascio del permesso
    [application] dalla domanda
    [receipt] dalla ricevuta
    [appointment] dall'appuntamento
    [notification] dalla notifica
    [birth] dalla nascita
    [marriage] dal matrimonio
    [residence_start] dall'inizio della residenza
    [legal_stay_start] dall'inizio del soggiorno regolare
    [issue] dal rilascio
    [address_change] dal cambio di casa
    [adoption] dall'adozione
    [service_start] dall'inizio del servizio
    [visa_expiry] dopo la scadenza del visto
    [cancellation] dalla cancellazione
    [departure] dalla partenza
   *[other] dall'evento
}
deadline-before = { $span } prima { $anchor ->
    [entry] dell'ingresso in Italia
    [permit_expiry] della scadenza del permesso
    [application] della domanda
    [appointment] dell'appuntamento
    [issue] del rilascio
   *[other] dell'evento
}
law-duration = Per legge: { $span }
usual-duration = Di solito: { $span }

## By which day

# $anchor: the event a term is counted from
event-name = { $anchor ->
    [entry] ingresso in Italia
    [permit_expiry] scadenza del permesso
    [permit_issue] rilascio del permesso
    [application] domanda
    [receipt] ricevuta
    [appointment] appuntamento
    [notification] giorno in cui ricevi la lettera
    [birth] nascita
    [marriage] matrimonio
    [residence_start] inizio della residenza
    [legal_stay_start] inizio del soggiorno regolare
    [issue] rilascio
    [address_change] cambio di casa
    [adoption] adozione
    [service_start] inizio del servizio
    [visa_expiry] scadenza del visto
    [passport_expiry] scadenza del passaporto
    [cancellation] cancellazione
    [departure] partenza
   *[other] evento
}
# $state: where the term stands today
term-state = { $state ->
    [passed] Il termine è passato. Chiedi subito aiuto.
    [expired] Non vale più.
    [today] È oggi.
    [too_early] È ancora presto.
   *[may_ask] Il tempo dell'ufficio è finito: puoi chiedere.
}
# $day: a date
term-due = Ultimo giorno: { $day }.
term-not-before = Non prima del { $day }.
term-best-from = Meglio dal { $day }.
term-valid-until = Vale fino al { $day }.
term-wait = L'ufficio deve rispondere entro il { $day }. Dopo quel giorno puoi chiedere.
# $from and $until: dates
term-usual = Di solito arriva fra il { $from } e il { $until }.
# $rule: how the day was found
term-rule = { $rule ->
    [forwards] Il primo giorno non si conta. Se l'ultimo è festivo, vale il primo giorno non festivo dopo.
    [working_days_forwards] Il primo giorno non si conta. Domeniche e feste non si contano. Il sabato si conta.
    [backwards] Si conta all'indietro. Se l'ultimo giorno è festivo o sabato, vale il giorno lavorativo prima.
    [working_days_backwards] Si conta all'indietro. Sabati, domeniche e feste non si contano.
    [forwards_without_august] Il primo giorno non si conta. In agosto i giorni non si contano.
   *[exact_day] Il primo giorno non si conta. Conta il giorno esatto, anche se è festivo.
}
# $because: why the day cannot be the last one; $name: of the holiday, in Italian
term-moved = { $because ->
    [sunday] Il { $day } è domenica.
    [saturday] Il { $day } è sabato: molti uffici sono chiusi.
    [patron_saint] Il { $day } è la festa del patrono: gli uffici del Comune sono chiusi.
   *[holiday] Il { $day } è festa ({ $name }).
}
no-days-unknown-span = Non si sa quanto tempo c'è. Chiedi allo sportello.
no-days-out-of-range = Questa data è troppo lontana. Controllala.
no-days-older-than-law = Questa regola vale dal { $day }. La tua data è prima: chiedi allo sportello.
no-days-newer-than-law = Questa regola valeva fino al { $day }. La tua data è dopo: chiedi allo sportello.
# $event: in words
date-missing = Manca la data: { $event }.
# $text: what was written
date-impossible = «{ $text }» non è una data. Scrivila così: 2026-11-23.
date-in-future = Il { $day } è nel futuro. Controlla la data.
paper-valid = Vale fino al { $day }.
# $until and $needed: dates
paper-too-old = Vale solo fino al { $until }. Il { $needed } è troppo vecchio: chiedine uno nuovo.
paper-validity-unknown = Non si sa per quanto tempo vale. Chiedi allo sportello.

## Offices

weekday = { $day ->
    [1] lunedì
    [2] martedì
    [3] mercoledì
    [4] giovedì
    [5] venerdì
    [6] sabato
   *[7] domenica
}
# $open and $close: times
hours-span = { $open }-{ $close }
hours-by-appointment = { $open }-{ $close }, su appuntamento
hours-closed = chiuso
hours-unknown = Orari non noti
# $fields: a list such as "indirizzo, telefono"; $name: the office to ask
unknown-ask = Non sappiamo: { $fields }. Chiedi a: { $name }.
unknown-no-ask = Non sappiamo: { $fields }.
# A list grows from the left: $first is what stands already, $next what is added.
list-join = { $first }, { $next }
field-address = indirizzo
field-phone = telefono
field-hours = orari
# $language: name of the language in itself
spoken-staff = { $language }: lo parla il personale
spoken-mediator = { $language }: c'è un mediatore
spoken-phone = { $language }: interprete al telefono
walk-in-yes = Puoi andare senza appuntamento.
walk-in-no = Serve un appuntamento.
appointment-url = Prenota su Internet: { $url }
appointment-phone = Prenota per telefono: { $phone }

## Questions

# $purpose: what the questions are for; $verdict: what the answers come to
triage-verdict = { $purpose ->
    [eligibility] { $verdict ->
        [likely_yes] Probabilmente sì
        [likely_no] Probabilmente no
        [urgent] Urgente: non aspettare
       *[ask_desk] Parla con una persona
    }
   *[triage] { $verdict ->
        [likely_yes] Probabilmente ti serve questo
        [likely_no] Probabilmente questa strada non va bene
        [urgent] Urgente: non aspettare
       *[ask_desk] Parla con una persona
    }
}
triage-caution = Questa non è una decisione: decide l'ufficio.
# Where the questions cannot be followed to an end.
triage-unknown = Qui questa app non sa che cosa dirti. Parla con una persona e porta tutti i documenti e le lettere che hai.
# $n: which question it is; $most: how many there are at most
triage-progress = Domanda { $n } di { $most } al massimo
triage-skip = Salta la domanda
# Stands where the answer would.
triage-skipped = domanda saltata
triage-yes = Sì
triage-no = No

## When an office is open

# $how: who may come in; $when: "alle 12:30, fra 45 minuti"; $service: in Italian
opening-open = { $how ->
    [appointment] Aperto solo per chi ha un appuntamento. Chiude { $when }.
    [service] Aperto solo per: { $service }. Chiude { $when }.
    [both] Aperto solo su appuntamento, per: { $service }. Chiude { $when }.
   *[everybody] Aperto. Chiude { $when }.
}
opening-closed = { $how ->
    [appointment] Chiuso. Apre { $when }, solo per chi ha un appuntamento.
    [service] Chiuso. Apre { $when }, solo per: { $service }.
    [both] Chiuso. Apre { $when }, solo su appuntamento, per: { $service }.
   *[everybody] Chiuso. Apre { $when }.
}
opening-closed-for-long = Chiuso. Non sappiamo quando riapre: chiedi all'ufficio.
opening-closed-to-public = Questo ufficio non riceve il pubblico.
# $time: 12:30; $weekday: the day of the week; $date: the day
when-today = alle { $time }
when-tomorrow = domani alle { $time }
when-day = { $weekday } { $date } alle { $time }
# $when: one of the three above; $wait: one of the three below
when-soon = { $when }, { $wait }
wait-moment = fra meno di un minuto
wait = fra { $span }
# $hours and $minutes: "2 ore", "15 minuti"
wait-both = fra { $hours } e { $minutes }
wait-hours = { $n ->
    [one] { $n } ora
   *[other] { $n } ore
}
wait-minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minuti
}
# $hours: a span such as 09:00-12:30
hours-for-service = { $hours }, solo per: { $service }
hours-date = { $weekday } { $date }
# $name: of the holiday, in Italian
closed-holiday = Giorno di festa: { $name }
closed-patron-saint = Festa del santo patrono
closed-exception = Chiusura straordinaria
# $day, $from, $to: days on which the office is closed
closure-day = Chiuso il { $day }
closure-days = Chiuso dal { $from } al { $to }
# $name: the municipality
patron-saint-unknown = Non sappiamo quando è la festa del patrono di { $name }: quel giorno l'ufficio può essere chiuso.
patron-saint-elsewhere = Il giorno del santo patrono della sua città l'ufficio può essere chiuso.
# $time: until when
spoken-now = Adesso, fino alle { $time }
spoken-next = La prossima volta: { $when }
offices-not-found = Nessun ufficio trovato.
offices-hours-unknown = { $n ->
    [one] Di { $n } ufficio non conosciamo gli orari: può essere aperto. Prima di andare chiedi.
   *[other] Di { $n } uffici non conosciamo gli orari: possono essere aperti. Prima di andare chiedi.
}

## What changed

change-unknown = non noto
# A value that is no longer there, or was not there before.
change-not-stated = non indicato
# $what: a kind of change: the name of a value, or a sentence
change-what = { $what ->
    [account] Conto su cui si paga
    [actor] Chi lo fa
    [address] Indirizzo
    [amount] Importo
    [appeal] È cambiato che cosa puoi fare se ti dicono di no.
    [appointment] Appuntamento
    [body] Il testo dell'avviso è cambiato.
    [channel] Come si fa
    [contact] Con chi parlare
    [deadline_added] C'è un termine in più
    [deadline_removed] Questo termine non c'è più
    [description] La descrizione è cambiata.
    [document] Documento
    [document_added] Per questo passo adesso serve anche
    [document_removed] Per questo passo non serve più
    [email] E-mail
    [exception] Chiusure e orari diversi
    [exempt_added] Adesso non paga
    [exempt_removed] Adesso paga anche
    [fee] Spesa
    [fee_added] Per questo passo adesso si paga anche
    [fee_removed] Per questo passo non si paga più
    [form] Modulo
    [free] Adesso è gratis.
    [hours] Gli orari per alcuni servizi sono cambiati.
    [identity] Che cosa serve per il servizio su Internet
    [instructions] Le istruzioni sono cambiate.
    [issuer] Chi lo rilascia
    [languages] Lingue parlate
    [law_duration] Tempo per legge
    [mandatory] Adesso questo passo è obbligatorio.
    [mistakes] Gli errori da evitare sono cambiati.
    [name] Nome
    [norms] I riferimenti di legge sono cambiati.
    [office] Ufficio
    [official_url] Pagina ufficiale
    [optional] Adesso questo passo non è obbligatorio.
    [pay_how] Come si paga
    [payee] A chi si paga
    [pec] PEC
    [peremptory] Adesso, se il termine passa, perdi il diritto.
    [phone] Telefono
    [reason] Causale
    [replaced_by] Al suo posto c'è
    [requirement_added] Adesso è richiesto anche
    [requirement_removed] Non è più richiesto
    [requirements] I requisiti sono cambiati.
    [result_validity] Quanto dura quello che ricevi
    [rights] I tuoi diritti mentre aspetti sono cambiati.
    [scam] È cambiato l'avviso sulle truffe.
    [step_added] C'è un passo in più
    [step_free] Adesso si entra senza gradini.
    [step_not_free] All'ingresso ci sono gradini.
    [step_order] L'ordine dei passi è cambiato.
    [step_removed] Questo passo non c'è più
    [url] Pagina Internet
    [usual] Tempo di solito
    [valid_from] Vale dal
    [valid_until] Vale fino al
    [validity] Per quanto tempo vale
    [value] Numero o indirizzo
    [when] Termine
   *[revised] Alcune informazioni sono cambiate.
}
# $day: the day from which another amount holds
change-amount-from = Importo dal { $day }
# $day, $first, $last: days of the week
change-hours = Orari di { $day }
change-hours-days = Orari da { $first } a { $last }
change-day-hours = { $day } { $hours }
# $day, $from, $to: days on which the weekly hours do not hold
change-on-day = Orari del { $day }
change-on-days = Orari dal { $from } al { $to }
change-usual-hours = orari di sempre
change-times = { $n ->
    [one] { $n } volta
   *[other] { $n } volte
}

## Buttons and choices

action-home = Inizio
action-offices = Uffici
action-update = Aggiorna
action-stop = Ferma
action-retry = Riprova
action-language = Lingua
action-municipality = Comune
action-all-municipalities = Tutti i comuni
action-own-device = Questo dispositivo è mio: tieni tutto, anche senza Internet
action-updates = Scelte per gli aggiornamenti
action-wifi-only = Solo con il Wi-Fi
action-data-saver = Risparmia dati: aggiorna solo le mie lingue e l'italiano
action-back = Indietro
action-close = Chiudi
action-cancel = Annulla
action-emergency = Emergenza
action-choose-municipality = Scegli il comune
action-call = Chiama
action-successor = Apri quella che vale ora
action-go-on = Avanti
action-start-again = Ricomincia
action-is-it-for-me = Fa per me? Rispondi a qualche domanda
action-enter-dates = Scrivi le tue date e vedi i giorni
action-all-hours = Vedi gli orari giorno per giorno
action-open-now = Aperti adesso
action-evening = Aperti dopo le 17
action-saturday = Aperti di sabato
action-my-language = Parlano la mia lingua

## Headings

heading-who-for = Per chi è
heading-result = Che cosa ottieni
heading-eligibility = Requisiti
heading-steps = Passi
heading-documents = Documenti
heading-costs = Spese
heading-deadlines = Tempi
heading-where-to-go = Dove
heading-hours = Orari
heading-mistakes = Errori da evitare
heading-rights = I tuoi diritti
heading-if-refused = Se dicono di no
heading-appeal = Se dicono di no: ricorso
heading-scam = Attenzione alle truffe
heading-contact = Con chi parlare
heading-desks = Dove parlare con una persona
heading-emergency = Numeri di emergenza
heading-sources = Fonti
heading-norms = Norme
heading-glossary = Parole degli uffici
heading-doubts = Che cosa non è sicuro
heading-questions = Domande per capire
heading-answers = Le tue risposte
heading-what-to-do = Che cosa fare
heading-your-dates = Le tue date
heading-by-which-day = Entro quale giorno
heading-next-days = I prossimi giorni
heading-closures = Chiusure e orari diversi
heading-results = Risultati

## Before a detail

detail-phone = Telefono
detail-email = E-mail
detail-pec = PEC
detail-website = Sito
detail-languages-spoken = Lingue parlate
detail-step-free = Si entra senza gradini
detail-steps-at-entrance = Ci sono gradini
detail-form = Modulo
detail-how-to-get = Come si ottiene
detail-looks-like = Com'è fatto
detail-exempt = Non paga
detail-fee-payee = A favore di
detail-fee-account = Conto
detail-fee-reason = Causale
detail-one-of = Ne paghi una sola:
detail-only-sometimes = solo in alcuni casi
detail-optional = Facoltativo
detail-official-page = Pagina ufficiale
detail-say-it = Si dice
detail-example = Esempio
detail-call-free = chiamata gratuita
detail-replaced-by = Sostituita da
detail-step = Passo
detail-nothing-kept = Quello che scrivi qui non viene salvato.

## How far something is

status-loading = Un momento…
status-updating = Aggiornamento…
status-updated = Aggiornato.
status-cannot-open = Questo dispositivo non può aprire:

## What went wrong, and what to do

trouble-offline = Non c'è collegamento. Quello che hai già resta leggibile.
trouble-untrusted = I nuovi contenuti non sono autentici e non li usiamo. Quello che hai già resta leggibile.
trouble-outdated = Questa app è troppo vecchia. Aggiorna l'app.
trouble-locked = I dati sono aperti in un altro posto. Chiudi l'altro e riprova.
trouble-key-lost = La chiave dei tuoi dati non c'è più. Ripristina una copia.
trouble-storage-full = Non c'è più spazio sul dispositivo. Libera spazio e riprova.
trouble-interrupted = Interrotto. Non si è perso niente.
trouble-not-found = Questa pagina non c'è più.
trouble-internal = L'app ha un guasto. Riprova. Per le emergenze chiama il 112.
