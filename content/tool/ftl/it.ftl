# What the command `cittadini` says to the content team. $path, $name, $value, $reason stand as they are; $n counts.

## The command and its verbs (help-<path of the verb>)

help-cittadini = Lo strumento della redazione: controlla, costruisce, firma, pubblica e legge i contenuti.
help-cittadini-new = Comincia una voce, una lingua o un territorio: scrive i file da riempire e dice che cosa manca
help-cittadini-new-procedure = Comincia una procedura: i fatti e i testi italiani da riempire
help-cittadini-new-office = Comincia un ufficio: indirizzo, telefono e orari restano «unknown» finché qualcuno non li sa
help-cittadini-new-language = Comincia una lingua: la cartella dei testi, le parole dell'app e da dove partire
help-cittadini-new-territory = Comincia un territorio: i suoi comuni e l'ufficio a cui chiedere
help-cittadini-check = Controlla i contenuti: tutti gli errori insieme, con il posto e il rimedio
help-cittadini-show = Mostra una voce come la mostra un telefono, direttamente dai file
help-cittadini-build = Costruisce i pacchi e il catalogo in una cartella, senza firmarli
help-cittadini-keys = Le chiavi che firmano i contenuti di un territorio
help-cittadini-keys-new = Crea chiavi vere, ciascuna con la sua frase segreta, e la metà pubblica accanto
help-cittadini-keys-root = Prepara la prossima radice dalle metà pubbliche, da far firmare
help-cittadini-keys-sign = Aggiunge una firma a un file che aspetta
help-cittadini-keys-status = Dice che cosa scade e quando, e quali firme mancano
help-cittadini-keys-retire = Mette da parte una chiave: la prossima radice nasce senza
help-cittadini-keys-init = Crea chiavi di sviluppo, tutte insieme, in una cartella vuota
help-cittadini-publish = Controlla, firma e pubblica: in una cartella, in un bucket S3 o con rsync
help-cittadini-refresh = Firma di nuovo la data, ogni notte, con la sola chiave online
help-cittadini-fetch = Prende la pubblicazione di un posto in una cartella, verificata, per poter andare avanti da lì
help-cittadini-seed = Scrive l'ultima pubblicazione in un solo file, per le app e per le chiavette USB
help-cittadini-export = Scrive l'ultima pubblicazione in un file, per i telefoni senza rete
help-cittadini-poster = Scrive il manifesto di un territorio: una pagina da stampare, con il codice QR che lo aggiunge all'app
help-cittadini-territories = Scrive territories.json, l'elenco dei territori che un'app porta con sé, dalle pubblicazioni
help-cittadini-serve = Serve una cartella su 127.0.0.1, per provare
help-cittadini-preview = Pubblica con chiavi usa e getta e serve il risultato, per vedere quello che vede un telefono
help-cittadini-translated = Registra chi ha tradotto e come, con l'impronta del testo italiano di adesso
help-cittadini-differences = Che cosa fanno diverso i Comuni, procedura per procedura, con i motivi: una tabella per la riunione degli operatori
help-cittadini-reader = Legge come legge un telefono: il vero nucleo dell'app, nel terminale
help-cittadini-reader-sync = Scarica le novità, verifica le firme e le conserva
help-cittadini-reader-export = Scrive quello che c'è qui in un file, per un telefono senza rete
help-cittadini-reader-import = Prende le novità da un file, senza rete: con le stesse verifiche di uno scarico
help-cittadini-reader-sync-due = Dice se è ora di aggiornare, e quando sarà la prossima volta
help-cittadini-reader-home = La prima schermata
help-cittadini-reader-procedures = L'elenco delle procedure
help-cittadini-reader-procedure = Una procedura intera
help-cittadini-reader-offices = Gli uffici del comune scelto, o tutti
help-cittadini-reader-office = Un ufficio
help-cittadini-reader-hours = Quando è aperto un ufficio, e chi parla quale lingua quando
help-cittadini-reader-open-now = Gli uffici aperti adesso
help-cittadini-reader-search = Cerca con parole qualsiasi, anche scritte male e in altre lingue
help-cittadini-reader-terms = Il glossario
help-cittadini-reader-notices = Gli avvisi che valgono oggi
help-cittadini-reader-changes = Che cosa è cambiato per chi legge, da una pubblicazione o da un giorno in poi
help-cittadini-reader-labels = Le parole di pulsanti, titoli ed errori di un'app
help-cittadini-reader-deadline = Entro quale giorno: un termine, o tanto tempo, contato da un giorno
help-cittadini-reader-timeline = Tutti i termini di una procedura, per le date di chi legge
help-cittadini-reader-freshness = Quanto sono vecchie le informazioni
help-cittadini-reader-trees = Le domande a cui si può rispondere, e che cosa dicono
help-cittadini-reader-triage = Un passo tra le domande: la prossima, o che cosa ne viene fuori. Niente viene conservato
help-cittadini-reader-territories = I territori: quelli arrivati con l'app e quelli aggiunti
help-cittadini-reader-territory-offer = Che cosa propone il codice QR di un manifesto; senza rete, e non aggiunge niente
help-cittadini-reader-add-territory = Aggiunge il territorio di un manifesto, dopo averlo mostrato e aver chiesto conferma
help-cittadini-reader-choose-territory = Legge d'ora in poi un altro territorio
help-cittadini-reader-remove-territory = Toglie un territorio aggiunto, con tutto quello che ne è stato scaricato
help-cittadini-reader-agree-to-inbox = Accetta che le segnalazioni vadano alla casella di un territorio aggiunto
help-cittadini-reader-settings = Le scelte di chi legge; con --keep le conserva

## Their arguments (arg-<name>, or arg-<path of the verb>-<name> where a verb means something else)

arg-lang = La lingua dello strumento: it o en
arg-json = Risponde con un solo oggetto JSON su una riga
arg-help = Mostra questo aiuto
arg-version = Mostra la versione
arg-content = La cartella dei contenuti
arg-today = Il giorno da prendere per oggi, come 2026-11-23
arg-to = La cartella in cui scrivere
arg-cittadini-seed-to = Il file da scrivere
arg-cittadini-export-file = Il file da scrivere
arg-cittadini-export-repository = La cartella scritta da «publish»
arg-cittadini-check-draw = Disegna ogni albero di domande in questa cartella, un file SVG per albero
arg-cittadini-check-language = La lingua delle parole nei disegni di --draw (it)
arg-cittadini-reader-export-file = Il file da scrivere
arg-cittadini-reader-import-file = Il file ricevuto
arg-cittadini-reader-triage-tree = L'albero di domande, come lo mostra `reader trees`
arg-cittadini-reader-triage-answers = Una risposta: la domanda e la scelta, per esempio bisogno=permesso; più scelte con la virgola; skip per saltare
arg-cittadini-publish-to = Il posto: una cartella, s3://bucket/prefisso o rsync://host/modulo/percorso
arg-cittadini-publish-repository = La cartella in cui la pubblicazione nasce e resta, con la sua storia; se manca, quella di --to
arg-prune = Cancella dal posto quello che nessun telefono può più leggere: mai niente degli ultimi 90 giorni, mai una radice
arg-from = Il posto: una cartella, s3://bucket/prefisso o rsync://host/modulo/percorso
arg-cittadini-fetch-repository = La cartella in cui mettere la pubblicazione
arg-cittadini-refresh-to = Il posto: una cartella, s3://bucket/prefisso o rsync://host/modulo/percorso
arg-cittadini-refresh-repository = La cartella che ricorda l'ultima pubblicazione; se manca, quella di --to
arg-passphrase-file = Un file con la frase segreta nella prima riga, anche /dev/fd/3; altrimenti CITTADINI_PASSPHRASE, altrimenti la chiede
arg-names = Il ruolo e un numero: root-1, targets-1, facts-1, language-1, operator-1, online-1
arg-cittadini-keys-retire-name = La chiave, come root-2
arg-threshold = Quante chiavi devono firmare per un ruolo, come root=2; si può ripetere
arg-renew = Prepara una nuova radice anche se le chiavi restano le stesse
arg-file = Il file che aspetta
arg-key = La chiave: il nome, se è nella cartella delle chiavi, o il suo file .pem
arg-cittadini-keys-status-repository = La cartella della pubblicazione, per dirne le scadenze
arg-keys = La cartella delle chiavi
arg-development = Chiavi di sviluppo: chi le usa vede su ogni schermata che non è materiale vero
arg-territory = L'id del territorio; se manca, quello della cartella dei contenuti
arg-dev = Accetta chiavi di sviluppo
arg-clock = L'ora da prendere per adesso: RFC 3339 (2026-11-23T09:00:00Z) o un giorno
arg-repository = L'indirizzo della cartella con metadata/ e targets/
arg-cittadini-poster-repository = La cartella scritta da «publish»
arg-cittadini-poster-to = La pagina da scrivere (HTML)
arg-cittadini-territories-to = Il file da scrivere
arg-repositories = Una pubblicazione e il suo indirizzo: DIR=https://…; la prima è il territorio dell'app. Più indirizzi: ripeti la cartella
arg-url = L'indirizzo https da cui i telefoni scaricano questa pubblicazione
arg-cittadini-seed-repository = La cartella scritta da «publish»
arg-folder = La cartella da servire
arg-port = La porta; 0 ne sceglie una libera
arg-language = Le lingue di chi legge, la prima scelta per prima: ar,fr
arg-cittadini-translated-language = La lingua tradotta, per esempio ar
arg-cittadini-show-id = L'id della voce, cioè il nome del suo file
arg-kind = Com'è nata la traduzione: machine, human o reviewed
arg-by = Il ruolo di chi risponde della traduzione, per esempio traduzioni
arg-date = Il giorno, come 2026-11-23; se manca, oggi
arg-ids = Le voci; se mancano, tutte quelle che hanno un testo in quella lingua
arg-data = La cartella dei dati di chi legge
arg-root = La radice arrivata con l'app (root.json); una cartella già usata non ne ha bisogno
arg-seed = La pubblicazione arrivata con l'app, se non c'è ancora niente
arg-municipality = Il comune, per nome o codice ISTAT
arg-audience = Per chi: person, operator o employer
arg-only-mine = Solo le lingue di chi legge e l'italiano
arg-network = A che cosa è collegato il dispositivo: offline, metered o unmetered
arg-occasion = Perché si chiede: opened, background o asked
arg-wifi-only = Se aggiornare solo con il Wi-Fi, a meno che lo si chieda: true o false
arg-data-saver = Se scaricare solo le lingue di chi legge e l'italiano: true o false
arg-since = Da quando: il numero di una pubblicazione o un giorno, come 2026-11-23; se manca, tutto quello che si ricorda
arg-territories = I territori arrivati con l'app (territories.json)
arg-qr = Il testo del codice QR, intero: https://…#territory=…
arg-yes = Non chiede conferma: chi lo dice ha già confrontato nome, sito e impronta con il manifesto. Con --json serve sempre
arg-territory-id = L'id del territorio, come lo mostra `reader territories`
arg-no = Non accetta più
arg-deadline-id = L'id del termine, per esempio d-rinnovo-ultimo-giorno
arg-n = Quanti; sotto zero si conta all'indietro
arg-unit = Di che cosa: days, working_days, months o years
arg-cittadini-reader-deadline-from = Il giorno da cui si conta, come 2026-11-23
arg-procedure-id = L'id della procedura, come lo mostra l'elenco
arg-events = Una data di chi legge: entry=2026-11-23, permit_expiry=2027-03-01. Si può ripetere
arg-papers = Un documento di chi legge e il giorno del rilascio: id=2026-11-23, o id:consulate=2026-11-23 (home, consulate, italian_office). Si può ripetere
arg-html = Dove scrivere la tabella, come pagina da stampare
arg-keep = Conserva le opzioni date
arg-cittadini-reader-open-now-at = Quando: 2026-11-23T17:30 (ora italiana), un momento RFC 3339 o un giorno (il suo mezzogiorno); senza, adesso
arg-cittadini-reader-open-now-all = Anche gli uffici chiusi, e quelli di cui non si conoscono gli orari
arg-cittadini-reader-open-now-evening = Solo quelli aperti dopo le 17:00, un giorno o l'altro della settimana
arg-cittadini-reader-open-now-saturday = Solo quelli aperti di sabato
arg-cittadini-reader-open-now-speaks = Solo quelli dove si parla questa lingua: ar; con --all anche in altri momenti
arg-cittadini-reader-open-now-office-type = Solo quelli di questo tipo: anagrafe
arg-cittadini-reader-search-words = Le parole
arg-cittadini-reader-search-limit = Quanti risultati al massimo
arg-id = L'id, come lo mostra l'elenco
arg-cittadini-new-procedure-id = L'id della procedura, che è anche il nome dei suoi file; non si cambia più
arg-step = I nomi dei passi, in ordine: preparare-documenti,spedire-kit
arg-cittadini-new-office-id = L'id dell'ufficio, che è anche il nome del suo file; non si cambia più
arg-types = I tipi di ufficio: che cosa fa
arg-organisation = L'ente di cui è
arg-name = Il nome italiano
arg-owner = Il ruolo che risponde della voce, mai il nome di una persona
arg-risk = Quanto costa un errore a chi legge: low, medium o high
arg-tag = La sigla della lingua: fr, zh-Hans, it-simple
arg-cittadini-new-territory-id = L'id del territorio, che è anche il nome della sua cartella; non si cambia più
arg-municipalities = Un comune: codice ISTAT, uguale, nome. Si può ripetere
arg-ask = L'id dell'ufficio a cui chiedere quando non si sa di meglio; se manca, sportello-ID
arg-cittadini-new-territory-types = Che cosa fa l'ufficio a cui chiedere, per tutti i comuni
arg-cittadini-new-territory-organisation = L'ente di cui è l'ufficio a cui chiedere

## Words around the help

heading-usage = Uso:
heading-commands = Comandi
heading-options = Opzioni
heading-arguments = Argomenti
value-options = OPZIONI
value-command = COMANDO
value-default = se manca:

## A command line that cannot be understood

usage-see-help = Prova: { $command } --help
usage-unknown-argument = Non conosco l'opzione «{ $name }».
usage-unknown-command = Non conosco il comando «{ $name }».
usage-did-you-mean = Volevi dire «{ $name }»?
usage-value-wrong = «{ $value }» non va bene per { $name }.
usage-value-missing = Manca il valore di { $name }.
usage-possible-values = Valori: { $list }
usage-missing = Manca: { $list }
usage-missing-command = Manca il comando. Ci sono: { $list }
usage-too-many = Un valore di troppo: «{ $value }»
usage-twice = { $name } si può dare una volta sola.
usage-conflict = { $name } non va insieme a { $other }.
usage-other = La riga di comando non si capisce: { $reason }

## What goes wrong

error-prefix = errore
warning-prefix = avviso
error-file = { $path }: { $reason }
error-has-errors = { $n ->
    [one] C'è { $n } errore nei contenuti: non è stato scritto niente.
   *[other] Ci sono { $n } errori nei contenuti: non è stato scritto niente.
}
error-development-keys = Queste sono chiavi di sviluppo. Per una prova aggiungi --dev; per le persone servono le chiavi vere.
error-key-missing = Per firmare «{ $role }» servono { $wanted } chiavi e qui ce ne sono { $found }. Cerca { $pattern } nella cartella delle chiavi.
error-damaged = { $file } è rovinato: { $reason }
error-refused = Non si può: { $reason }
error-interrupted = Interrotto. L'ultima pubblicazione resta com'era.
error-not-empty = { $path } c'è già e non è una cartella scritta da «build». Scegline un'altra.
error-keys-folder = In { $path } non ci sono chiavi (manca root.json). Creale con: cittadini keys init --keys { $path }
error-keys-exist = La cartella { $path } non è vuota: le chiavi non si sovrascrivono mai. Scegline un'altra.
error-other-territory = I contenuti sono del territorio «{ $content }», le chiavi di «{ $keys }».
error-server = Il server non parte: { $reason }
error-real-keys = Le chiavi vere nascono una per una, ciascuna con la sua frase segreta: cittadini keys new root-1 --keys CARTELLA. La guida è docs/publishing.md. Per provare: --development
error-passphrase = La frase segreta di { $key } non è questa.
error-passphrase-mistyped = Le due frasi segrete di { $key } non sono uguali: la chiave non è stata creata. Riprova.
error-short-passphrase = La frase segreta di { $key } è troppo corta: almeno { $shortest } caratteri, meglio quattro o cinque parole a caso.
error-place-address = «{ $place }» non è un posto in cui pubblicare: scrivi una cartella, s3://bucket/prefisso o rsync://host/modulo/percorso.
error-place-credentials = Mancano le credenziali per { $place }: servono le variabili AWS_ACCESS_KEY_ID e AWS_SECRET_ACCESS_KEY (e AWS_ENDPOINT_URL_S3 se il fornitore non è AWS).
error-place-program = Manca il programma «{ $program }». Installalo, per esempio con: apt install { $program }
error-place-unreachable = { $place } non risponde come dovrebbe: { $reason }
    Chi legge non ha perso niente. Ripeti lo stesso comando: riprende da dove si era fermato.
error-place-ahead = In { $place } c'è già qualcosa di più nuovo ({ $file }: versione { $theirs }, qui { $ours }): pubblicare da qui farebbe tornare indietro i telefoni.
    Prima prendilo, con «cittadini fetch --from { $place }», poi pubblica di nuovo.
error-place-diverged = { $place } e questa cartella hanno preso strade diverse: { $file } non è lo stesso file. Qualcun altro ha pubblicato.
    Prendi in una cartella nuova quello che c'è, con «cittadini fetch --from { $place }», e pubblica da quella.
error-place-foreign = In { $place } c'è altro: { $file } non è firmato dalle chiavi di questo territorio. Controlla l'indirizzo; non è stato toccato niente.
error-place-raced = Qualcun altro ha appena pubblicato in { $place }. Niente è stato sostituito; ripeti il comando.
error-place-empty = In { $place } non è stato ancora pubblicato niente. Controlla l'indirizzo.
error-place-folder = Per pubblicare in { $place } serve anche una cartella di questo computer, in cui la pubblicazione nasce e resta: --repository DIR
error-output = Non riesco a scrivere: { $reason }

## check --draw

draw-done = Disegnato { $file }
draw-question = Domanda
draw-sensitive = Domanda delicata
draw-kind = { $kind ->
    [single] una risposta
    [multi] più risposte
    [date] un giorno
    [number] un numero
    [yesno] sì o no
   *[unknown] ?
}
draw-verdict = { $verdict ->
    [likely_yes] Probabilmente sì
    [likely_no] Probabilmente no
    [urgent] Urgente
   *[ask_desk] Parla con una persona
}
draw-otherwise = Altrimenti, o domanda saltata
# Conditions in words
draw-and = { $first } e { $next }
draw-or = { $first } o { $next }
draw-not = non ({ $what })
draw-age = { $fact }: almeno { $years } anni
draw-days = da { $from } a { $to }: al massimo { $days } giorni
draw-today = oggi
draw-yes = Sì
draw-no = No
draw-procedures = Procedure
draw-services = Servizi
draw-offices = Uffici
draw-contacts = Contatti
draw-doubts = Riserve
draw-sources = Fonti
draw-verified = Verificato il { $on }, da riverificare entro il { $by }.

## check

check-place = { $file }:{ $line }:{ $column }
check-fix = → { $fix }
check-errors = { $n ->
    [0] nessun errore
    [one] { $n } errore
   *[other] { $n } errori
}
check-warnings = { $n ->
    [0] nessun avviso
    [one] { $n } avviso
   *[other] { $n } avvisi
}
check-summary = Controllo finito: { $errors }, { $warnings }.
check-unknown = Informazioni che mancano agli uffici, per comune:
check-unknown-line = { $municipality } ({ $n ->
    [one] un ufficio
   *[other] { $n } uffici
}): { $list }
check-unknown-field = { $n } { $field ->
    [address] senza indirizzo
    [phone] senza telefono
   *[hours] senza orari
}
work-reading = Leggo i file
work-checking = Controllo i contenuti
work-showing = Leggo i contenuti
work-publishing = Preparo { $name }
work-writing = Scrivo i file
work-sending = Mando { $name }
work-looking = Guardo che cosa c'è in { $place }
work-verifying = Rileggo la pubblicazione come un telefono

## new

new-written = { $n ->
    [one] Creato { $n } file:
   *[other] Creati { $n } file:
}
new-missing = { $n ->
    [one] Che cosa manca ancora:
   *[other] Che cosa manca ancora ({ $n }):
}
new-show = Quando è pieno, guardalo come lo vede un telefono: cittadini show { $name }
new-office-serves = Scrivi quali comuni lo usano: in territory.yaml, sotto «offices», aggiungi { $list }
new-unresolved = { $n ->
    [one] Per questo territorio manca ancora un tipo di ufficio: { $list }. Crealo con «cittadini new office» e scrivilo in territory.yaml, sotto «offices».
   *[other] Per questo territorio mancano ancora { $n } tipi di ufficio: { $list }. Creali con «cittadini new office» e scrivili in territory.yaml, sotto «offices».
}
new-territory-check = D'ora in poi i territori sono più d'uno: cittadini check --territory { $name }
new-language-first = Che cosa tradurre, prima quello che conta di più:
new-language-part = { $what ->
    [emergency] numeri di emergenza
    [app] parole dell'app
    [procedure] procedure
    [office_type] tipi di ufficio
    [document] documenti
    [fee] costi
    [deadline] termini di tempo
    [contact] altri contatti
    [term] glossario
    [notice] avvisi
    [service] servizi
    [tree] alberi di domande
   *[phrase] frasi
}: { $items ->
    [one] { $items } voce
   *[other] { $items } voci
}, { $sentences ->
    [one] { $sentences } frase
   *[other] { $sentences } frasi
}
new-language-how = Copia i file da text/it in text/{ $tag }, traduci le frasi, e registra com'è nata la traduzione: cittadini translated --language { $tag } --kind human --by traduzioni ID
    Finché nessuna voce è tradotta, la lingua non viene pubblicata.
new-language-nameless = L'app non sa ancora come si chiama questa lingua e la mostra come «{ $tag }»: dillo a chi la sviluppa.

## show

show-errors = { $n ->
    [one] «{ $id }» non si può mostrare: prima va corretto { $n } errore.
   *[other] «{ $id }» non si può mostrare: prima vanno corretti { $n } errori.
}
show-other-errors = { $n ->
    [one] C'è { $n } errore in altri file: qui non c'entra, ma così non si pubblica («cittadini check»).
   *[other] Ci sono { $n } errori in altri file: qui non c'entrano, ma così non si pubblica («cittadini check»).
}
show-unknown-near = Non c'è niente con l'id «{ $name }». Volevi dire «{ $near }»?
show-not-yet = Il telefono oggi non mostra ancora { $kind ->
    [service] i servizi
    [organisation] gli enti
    [phrase] le frasi
   *[operator_note] le note per operatori
}: questa voce viene pubblicata, ma nessuna schermata la usa.
show-unused = Il telefono non { $kind ->
    [document] mostra questo documento: nessun passo lo chiede
    [fee] mostra questo costo: nessun passo lo fa pagare
    [deadline] mostra questo termine: nessun passo e nessuna procedura lo nomina
    [office_type] mostra questo tipo di ufficio: nessun passo ci manda
   *[contact] mostra questo contatto: nessuna procedura e nessun ufficio lo nomina, e non è per le emergenze
}.
show-notice-not-now = Il telefono adesso non mostra questo avviso: vale dal { $from } al { $until }, per i suoi comuni e i suoi lettori. Prova con --clock, --municipality, --audience.

## build, keys, publish, seed, serve, preview, translated

build-done = { $n ->
    [one] Scritto { $n } pacco in { $path } ({ $size }).
   *[other] Scritti { $n } pacchi in { $path } ({ $size }).
}
build-pack = { $name }: { $size }
keys-done = Chiavi del territorio «{ $territory }» create in { $path }.
keys-development = Sono chiavi di sviluppo: «publish» le accetta solo con --dev, e ogni schermata lo dice.
keys-new-done = { $private } creata, con la metà pubblica { $public } (id { $id }).
keys-new-advice = Senza la frase segreta la chiave è persa. Il file .pub si dà alla redazione, il file .pem a nessuno.
keys-root-made = La radice { $version } è pronta e aspetta le firme.
keys-root-same = La radice resta com'è.
keys-root-holds = La radice { $version } vale da adesso. Il prossimo «publish» o «refresh» la porta ai telefoni; root.json va nella prossima app.
keys-delegates-changed = È cambiato chi firma i fatti, le lingue o le note per operatori: al prossimo «publish» lo firmano le chiavi targets.
keys-retire-done = { $name } è in { $path }/retired. Adesso prepara la radice: cittadini keys root --keys { $path }
keys-sign-what = Stai per firmare: { $role }, versione { $version }, valida fino a { $expires }
keys-sign-come = Chiavi nuove: { $list }
keys-sign-go = Chiavi che non valgono più: { $list }
keys-sign-done = Firmato { $path } con { $key }.
keys-complete = { $path } ha tutte le firme: ripeti «publish».
keys-waits = { $path } aspetta:
keys-lacks = { $group ->
    [old] { $lacking } firme della radice di adesso (ne servono { $wanted }), tra { $names }
    [new] { $lacking } firme della radice nuova (ne servono { $wanted }), tra { $names }
   *[role] { $lacking } firme (ne servono { $wanted }), tra { $names }
}
keys-how-to-sign = Chi ha una di queste chiavi: cittadini keys sign { $path } --keys { $keys } --key CHIAVE.pem
keys-nothing-waits = Nessun file aspetta firme.
keys-expires = { $role } (versione { $version }): { $state ->
    [expired] SCADUTA il { $day }
    [late] scade il { $day }, tra { $days } giorni: è ora di rinnovarla
   *[good] scade il { $day }, tra { $days } giorni
}
publish-waits = Non è stato pubblicato niente: mancano firme. Quello che è già firmato è conservato; quando le altre ci sono, ripeti lo stesso comando.
refresh-done = Data firmata di nuovo in { $path } (pubblicazione { $release }).
passphrase-open = Frase segreta di { $key }:
passphrase-again = Non è questa. Frase segreta di { $key }:
passphrase-choose = Scegli la frase segreta di { $key }:
passphrase-repeat = Ripeti la frase segreta di { $key }:
publish-done = Pubblicazione { $release } in { $path }: { $files }, { $size }.
publish-files = { $n ->
    [one] { $n } file scritto
   *[other] { $n } file scritti
}
publish-nothing = Nessun pacco è cambiato; è nuova solo la data.
publish-pack = { $name }: versione { $seq }, { $state ->
    [new] nuovo
    [changed] cambiato
   *[same] com'era
}, intero { $size }
publish-patch = da { $from }: { $size }
publish-patches = differenze
mirror-done = { $place }: { $sent } mandati ({ $size }), { $kept } c'erano già.
mirror-same = { $place }: c'era già tutto.
mirror-pruned = { $n ->
    [one] Cancellato { $n } file vecchio.
   *[other] Cancellati { $n } file vecchi.
}
fetch-done = Presa la pubblicazione { $release } in { $path }: { $files }.
fetch-same = In { $path } c'è già la pubblicazione { $release }.
poster-done = Scritto { $path }: aprilo e stampalo.
poster-next = Sito { $host }, impronta { $fingerprint }. Prova il codice con un telefono prima di appenderlo.
territories-done = Scritto { $path } ({ $count } territori).
seed-done = Scritto { $path } ({ $size }).
export-done = Scritto { $path }: pubblicazione { $release } ({ $size }).
export-age = { $n ->
    [0] Contenuti del { $day }, cioè di oggi.
    [one] Contenuti del { $day }, di { $n } giorno fa.
   *[other] Contenuti del { $day }, di { $n } giorni fa.
}
export-made = Contenuti del { $day }.
export-until = I telefoni lo accettano fino al { $day }.
export-left-out = Non c'è dentro, perché qui manca o non è aggiornato: { $list }.
serve-stop = Ctrl-C per fermare.
preview-ready = Anteprima con chiavi di sviluppo. Prova in un altro terminale:
translated-done = { $n ->
    [one] Registrata { $n } traduzione in { $language }.
   *[other] Registrate { $n } traduzioni in { $language }.
}

## reader

reader-offline = Nessun collegamento utile. Quello che c'era resta leggibile; riprova più tardi.
reader-untrusted = Quello che è arrivato non è quello che la redazione ha firmato. È stato rifiutato; quello che c'era resta leggibile.
reader-outdated = Questo programma è troppo vecchio per questi dati. Aggiornalo; niente è stato toccato.
reader-storage-full = Il disco è pieno. Quello che c'era è intatto.
reader-locked = Un altro programma sta usando questi dati.
reader-key-lost = La chiave dei dati non c'è più. Serve una copia di sicurezza.
reader-interrupted = Interrotto. Niente è andato perso.
reader-invalid = Richiesta sbagliata.
reader-internal = Errore interno del nucleo: va segnalato.
reader-reason = ({ $reason })
reader-unknown-municipality = Non c'è nessun comune «{ $name }». Ci sono: { $list }.
differences-written = Tabella scritta: { $file }
differences-none = Nessuna differenza: per quanto sappiamo, i Comuni fanno tutti allo stesso modo.
differences-base = Di regola: { $value }
differences-others = Altro
reader-unknown-id = Non c'è niente con l'id «{ $name }».
reader-bad-date = «{ $text }» non è un giorno del calendario. Scrivilo così: 2026-11-23.
reader-day-out-of-range = Il giorno richiesto è troppo lontano: si calcola dal 1900 al 2199.
reader-no-repository = Manca l'indirizzo da cui scaricare: indicalo con --repository URL.
reader-no-root = In questa cartella non c'è ancora una radice: indicala con --root FILE.
# $moment: RFC 3339
due-now = È ora di aggiornare. { $mode ->
    [only_mine] Si chiedono le lingue di chi legge e l'italiano.
   *[all] Si chiedono tutte le lingue.
}
due-not-before = Non è ora di aggiornare. Non prima di { $moment }.
due-not-over-this = Con questo collegamento non si aggiorna. Con un altro, non prima di { $moment }.
sync-up-to-date = Nessuna novità: è già tutto aggiornato (pubblicazione { $release }).
sync-done = Aggiornato alla pubblicazione { $release }.
sync-partly = Aggiornato solo in parte (pubblicazione { $release }).
sync-left-out = Il file non contiene, e resta com'era: { $list }.
sync-cost = { $size } in { $requests }, { $ms } ms; { $records }.
sync-requests = { $n ->
    [one] { $n } richiesta
   *[other] { $n } richieste
}
sync-records = { $n ->
    [0] nessuna voce scritta
    [one] { $n } voce scritta
   *[other] { $n } voci scritte
}
sync-pack = { $pack }: versione { $seq }, { $way ->
    [patch] differenza
   *[full] intero
}, { $size }, { $records }
sync-refused = Rifiutato { $file }: { $reason }
sync-checking = Cerco novità
sync-downloading = Scarico
sync-applying = Scrivo
territory-ask = Confronta nome, sito e impronta con il manifesto allo sportello. Aggiungo questo territorio? Scrivi «sì»:
territory-yes = sì
territory-not-added = Niente è stato aggiunto.
territory-say-yes = Qui non si può chiedere conferma: guarda con `reader territory-offer` e ripeti con --yes.
territory-chosen = Da ora si legge questo territorio.
territory-removed = Territorio tolto.
territory-inbox-kept = Scelta conservata.
settings-kept = Scelte conservate.
