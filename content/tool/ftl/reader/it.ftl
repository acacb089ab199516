# Headings of the terminal reader, in the reader's own language. Everything else on a screen comes from the core.

appeal = Se dicono di no: ricorso
closures = Chiusure e orari diversi
contact = Con chi parlare
costs = Spese
deadlines = Tempi
desks = Dove parlare con una persona
documents = Documenti
email = E-mail
eligibility = Requisiti
emergency = Numeri di emergenza
exempt = Non paga
fee-payee = A favore di
fee-account = Conto
fee-reason = Causale
form = Modulo
freshness-chip = { $state ->
    [fresh] fresco
    [check] da controllare
   *[do_not_rely] non fidarti
}
freshness-counts = { $fresh } fresche, { $check } da controllare, { $rely } di cui non fidarsi
freshness-title = Quanto sono vecchie le informazioni
glossary = Parole degli uffici
hours = Orari
how-to-get = Come si ottiene
if-refused = Se dicono di no
installed = Che cosa c'è
languages = Lingue
languages-spoken = Lingue parlate
last-checked = Ultimo controllo
looks-like = Com'è fatto
mistakes = Errori da evitare
municipalities = Comuni
municipality = Comune
next-days = I prossimi giorni
no-procedures = Nessuna procedura.
norms = Norme
not-chosen = non scelto
nothing-overdue = Niente da controllare.
offices-all = Tutti gli uffici
offices-none = Nessun ufficio.
offices-of = Uffici di { $name }
official-page = Pagina ufficiale
optional = Facoltativo
pay-how = Si paga
pec = PEC
phone = Telefono
procedures = Procedure
records = { $n ->
    [one] { $n } voce
   *[other] { $n } voci
}
release-of = Contenuti del
replaced-by = Sostituita da
result = Che cosa ottieni
rights = I tuoi diritti
scam = Attenzione alle truffe
settings = Scelte
audience = Chi legge
wifi-only = Aggiornamenti solo con il Wi-Fi
data-saver = Risparmio dati: solo le lingue di chi legge e l'italiano
yes = sì
no = no
say-it = Si dice
example = Esempio
sources = Fonti
read-on = letta il { $day }
step-free = { $free ->
    [yes] Si entra senza gradini
   *[no] Ci sono gradini
}
steps = Passi
call-free = chiamata gratuita
to-check-on = da ricontrollare entro il { $day }
website = Sito
done-here = Che cosa si fa qui
where-to-go = Dove
who-for = Per chi è
doubts = Che cosa non è sicuro
one-of = Ne paghi una sola:
only-sometimes = solo in alcuni casi

## Questions

trees = Domande
no-trees = Nessuna domanda.
your-answers = Le tue risposte
# How to go on in the terminal; $question: an id
answer-with = Rispondi con --answer { $question }=… oppure salta con --answer { $question }=skip
services = Servizi
further-offices = Altri uffici
further-contacts = Altri contatti

## Notices

notices = Avvisi
no-notices = Oggi non ci sono avvisi.
notice-until = Vale fino al { $day }.

## What changed

changes = Che cosa è cambiato
changes-none = Niente di nuovo.
# $from and $to: releases, with their days
changes-between = Dalla pubblicazione { $from } alla { $to }
# The release compared with is no longer known.
changes-until = Fino alla pubblicazione { $to }
change-release = { $number } del { $day }
change-how = { $how ->
    [added] nuovo
    [removed] tolto
   *[changed] cambiato
}
change-procedures = Riguarda
change-before = Prima
change-now = Ora
added-by-you = aggiunto da te: non fa parte dell'app
came-with-app = arrivato con l'app
fingerprint = Impronta
host = Sito
inbox = Casella delle segnalazioni
inbox-agreed = si può usare
inbox-ask = non si usa finché non accetti
territories = Territori
territory = Territorio

by-which-day = Entro quale giorno
counted-from = Contato dal { $day }
questions = Domande per capire
