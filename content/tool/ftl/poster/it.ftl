# The poster at a desk. Whoever reads it has a phone in her hand, and perhaps no Italian.

# $name: the territory
title = Manifesto di { $name }
trial = PROVA: chiavi di sviluppo. Da non esporre.
# $name: the territory
what = Nell'app Cittadini trovi che cosa fare per documenti, salute, scuola e lavoro nel territorio di { $name }. Funziona anche senza Internet.
how = Inquadra il codice con la fotocamera del telefono e apri il link con l'app.
compare = Prima di dire di sì, confronta nome, sito e impronta: sul telefono e qui devono essere uguali. Se qualcosa è diverso, non aggiungere niente e chiedi allo sportello.
name = Nome
site = Sito
address = Indirizzo
fingerprint = Impronta
