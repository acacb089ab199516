# What the command `cittadini` says to the content team, in English.

## The command and its verbs

help-cittadini = The content team's tool: checks, builds, signs, publishes and reads content.
help-cittadini-new = Begins an item, a language or a territory: writes the files to fill in and says what is missing
help-cittadini-new-procedure = Begins a procedure: its facts and its Italian texts, to be filled in
help-cittadini-new-office = Begins an office: address, telephone and hours stay “unknown” until somebody knows them
help-cittadini-new-language = Begins a language: the folder of its texts, the app's own words, and where to start
help-cittadini-new-territory = Begins a territory: its municipalities and the office to ask
help-cittadini-check = Checks the content: all errors at once, each with its place and its cure
help-cittadini-show = Shows an item as a phone shows it, straight from the files
help-cittadini-build = Builds packs and catalogue into a folder, without signing them
help-cittadini-keys = The keys that sign the content of a territory
help-cittadini-keys-new = Makes real keys, each with its passphrase, and their public halves beside them
help-cittadini-keys-root = Prepares the next root from the public halves, to be signed
help-cittadini-keys-sign = Adds one signature to a file that waits
help-cittadini-keys-status = Says what expires when, and whose signatures are missing
help-cittadini-keys-retire = Puts a key aside: the next root is made without it
help-cittadini-keys-init = Makes development keys, all at once, in an empty folder
help-cittadini-publish = Checks, signs and publishes: into a folder, an S3 bucket or by rsync
help-cittadini-refresh = Signs the date anew, every night, with the online key alone
help-cittadini-fetch = Takes the release of a place into a folder, verified, to go on from there
help-cittadini-seed = Writes the newest release into one file, for apps and for USB sticks
help-cittadini-export = Writes the newest release into one file, for phones without a network
help-cittadini-poster = Writes the poster of a territory: a page to print, with the QR code that adds it to an app
help-cittadini-territories = Writes territories.json, the list of territories that an app carries, out of releases
help-cittadini-serve = Serves a folder on 127.0.0.1, to try things out
help-cittadini-preview = Publishes with throw-away keys and serves the result, to see what a phone sees
help-cittadini-translated = Records who translated and how, with the hash of today's Italian text
help-cittadini-differences = What the municipalities do differently, procedure by procedure, with their reasons: a table for the operators' meeting
help-cittadini-reader = Reads as a phone reads: the app's real core, in the terminal
help-cittadini-reader-sync = Fetches what is new, verifies the signatures and keeps it
help-cittadini-reader-export = Writes what is here into a file, for a phone without a network
help-cittadini-reader-import = Takes what is new from a file, without a network: verified as a download is
help-cittadini-reader-sync-due = Says whether a sync is due, and when the next one is
help-cittadini-reader-home = The first screen
help-cittadini-reader-procedures = The list of procedures
help-cittadini-reader-procedure = One procedure, whole
help-cittadini-reader-offices = The offices of the chosen municipality, or all of them
help-cittadini-reader-office = One office
help-cittadini-reader-hours = When an office is open, and who speaks which language when
help-cittadini-reader-open-now = The offices that are open now
help-cittadini-reader-search = Searches with any words, misspelt ones and those of other languages too
help-cittadini-reader-terms = The glossary
help-cittadini-reader-notices = The notices that hold today
help-cittadini-reader-changes = What changed for the reader since a release or a day
help-cittadini-reader-labels = The words of an app's buttons, headings and errors
help-cittadini-reader-deadline = By which day: a term, or so much time, counted from a day
help-cittadini-reader-timeline = All terms of a procedure, for the reader's own dates
help-cittadini-reader-freshness = How old the information is
help-cittadini-reader-trees = The question trees that can be answered, and what they find out
help-cittadini-reader-triage = A step through the questions: the next one, or what the answers come to. Nothing is kept
help-cittadini-reader-territories = The territories: those that came with the app and those that were added
help-cittadini-reader-territory-offer = What the QR code of a poster offers; no network, and adds nothing
help-cittadini-reader-add-territory = Adds the territory of a poster, after showing it and asking
help-cittadini-reader-choose-territory = Reads another territory from now on
help-cittadini-reader-remove-territory = Removes a territory that was added, with all that was fetched of it
help-cittadini-reader-agree-to-inbox = Agrees that feedback goes to the inbox of a territory that was added
help-cittadini-reader-settings = The reader's choices; with --keep they are kept

## Their arguments

arg-lang = The tool's own language: it or en
arg-json = Answers with one JSON object on one line
arg-help = Shows this help
arg-version = Shows the version
arg-content = The content folder
arg-today = The day to take for today, such as 2026-11-23
arg-to = The folder to write into
arg-cittadini-seed-to = The file to write
arg-cittadini-export-file = The file to write
arg-cittadini-export-repository = The folder that «publish» wrote
arg-cittadini-check-draw = Draws each question tree into this folder, one SVG file a tree
arg-cittadini-check-language = The language of the words in the pictures of --draw (it)
arg-cittadini-reader-export-file = The file to write
arg-cittadini-reader-import-file = The file that was received
arg-cittadini-reader-triage-tree = The question tree, as `reader trees` shows it
arg-cittadini-reader-triage-answers = An answer: the question and the choice, for example bisogno=permesso; several choices with commas; skip to skip it
arg-cittadini-publish-to = The place: a folder, s3://bucket/prefix or rsync://host/module/path
arg-cittadini-publish-repository = The folder in which the release is made and kept, with its history; by default that of --to
arg-prune = Deletes from the place what no phone can read any more: nothing of the last 90 days, never a root
arg-from = The place: a folder, s3://bucket/prefix or rsync://host/module/path
arg-cittadini-fetch-repository = The folder to put the release into
arg-cittadini-refresh-to = The place: a folder, s3://bucket/prefix or rsync://host/module/path
arg-cittadini-refresh-repository = The folder that remembers the last release; by default that of --to
arg-passphrase-file = A file with the passphrase in its first line, also /dev/fd/3; else CITTADINI_PASSPHRASE, else it is asked for
arg-names = The role and a number: root-1, targets-1, facts-1, language-1, operator-1, online-1
arg-cittadini-keys-retire-name = The key, such as root-2
arg-threshold = How many keys have to sign for a role, such as root=2; may be repeated
arg-renew = Prepares a new root even when the keys stay the same
arg-file = The file that waits
arg-key = The key: its name where it lies in the key folder, or its .pem file
arg-cittadini-keys-status-repository = The folder of the release, to say when that expires
arg-keys = The key folder
arg-development = Development keys: whoever uses them reads on every screen that this is not the real thing
arg-territory = The territory's id; by default the one of the content folder
arg-dev = Accepts development keys
arg-clock = The moment to take for now: RFC 3339 (2026-11-23T09:00:00Z) or a day
arg-repository = The address of the folder with metadata/ and targets/
arg-cittadini-poster-repository = The folder that «publish» wrote
arg-cittadini-poster-to = The page to write (HTML)
arg-cittadini-territories-to = The file to write
arg-repositories = A release and its address: DIR=https://…; the first is the app's own territory. Several addresses: repeat the folder
arg-url = The https address from which phones fetch this release
arg-cittadini-seed-repository = The folder that «publish» wrote
arg-folder = The folder to serve
arg-port = The port; 0 picks a free one
arg-language = The reader's languages, first choice first: ar,fr
arg-cittadini-translated-language = The language translated into, such as ar
arg-cittadini-show-id = The id of the item: the name of its file
arg-kind = How the translation was made: machine, human or reviewed
arg-by = The role that answers for the translation, such as translations
arg-date = The day, such as 2026-11-23; by default today
arg-ids = The items; by default all that have a text in that language
arg-data = The folder with the reader's data
arg-root = The root that came with the app (root.json); a folder that was used before needs none
arg-seed = The release that came with the app, if there is nothing yet
arg-municipality = The municipality, by name or ISTAT code
arg-audience = For whom: person, operator or employer
arg-only-mine = Only the reader's languages and Italian
arg-network = What the device is connected to: offline, metered or unmetered
arg-occasion = Why it is asked: opened, background or asked
arg-wifi-only = Whether to sync over Wi-Fi only, unless it is asked for: true or false
arg-data-saver = Whether to fetch only the reader's languages and Italian: true or false
arg-since = Since when: the number of a release or a day, like 2026-11-23; all that is remembered if absent
arg-territories = The territories that came with the app (territories.json)
arg-qr = The whole text of the QR code: https://…#territory=…
arg-yes = Does not ask: whoever says so has compared name, site and fingerprint with the poster. Always needed with --json
arg-territory-id = The id of the territory, as `reader territories` shows it
arg-no = Agrees no longer
arg-deadline-id = The id of the term, for example d-rinnovo-ultimo-giorno
arg-n = How many; below zero counts backwards
arg-unit = Of what: days, working_days, months or years
arg-cittadini-reader-deadline-from = The day one counts from, like 2026-11-23
arg-procedure-id = The id of the procedure, as the list shows it
arg-events = A date of the reader's: entry=2026-11-23, permit_expiry=2027-03-01. May be repeated
arg-papers = A paper of the reader's and its day of issue: id=2026-11-23, or id:consulate=2026-11-23 (home, consulate, italian_office). May be repeated
arg-html = Where to write the table, as a page to print
arg-keep = Keeps the options given
arg-cittadini-reader-open-now-at = When: 2026-11-23T17:30 (Italy's time), an RFC 3339 moment, or a day (its noon); now if absent
arg-cittadini-reader-open-now-all = Also those that are closed, and those whose hours are not known
arg-cittadini-reader-open-now-evening = Only those that are open after 17:00 on some day of the week
arg-cittadini-reader-open-now-saturday = Only those that are open on Saturdays
arg-cittadini-reader-open-now-speaks = Only those where this language is spoken: ar; with --all at other times, too
arg-cittadini-reader-open-now-office-type = Only those of this type: anagrafe
arg-cittadini-reader-search-words = The words
arg-cittadini-reader-search-limit = How many results at most
arg-id = The id, as the list shows it
arg-cittadini-new-procedure-id = The id of the procedure, which is the name of its files as well; it never changes
arg-step = The names of the steps, in order: preparare-documenti,spedire-kit
arg-cittadini-new-office-id = The id of the office, which is the name of its file as well; it never changes
arg-types = The office types: what it does
arg-organisation = The organisation it belongs to
arg-name = The Italian name
arg-owner = The role that answers for the item, never a person's name
arg-risk = What a mistake costs the reader: low, medium or high
arg-tag = The tag of the language: fr, zh-Hans, it-simple
arg-cittadini-new-territory-id = The id of the territory, which is the name of its folder as well; it never changes
arg-municipalities = A municipality: ISTAT code, equals sign, name. May be repeated
arg-ask = The id of the office to ask when nothing better is known; sportello-ID if left out
arg-cittadini-new-territory-types = What the office to ask does, for all municipalities
arg-cittadini-new-territory-organisation = The organisation that the office to ask belongs to

## Words around the help

heading-usage = Usage:
heading-commands = Commands
heading-options = Options
heading-arguments = Arguments
value-options = OPTIONS
value-command = COMMAND
value-default = default:

## A command line that cannot be understood

usage-see-help = Try: { $command } --help
usage-unknown-argument = There is no option «{ $name }».
usage-unknown-command = There is no command «{ $name }».
usage-did-you-mean = Did you mean «{ $name }»?
usage-value-wrong = «{ $value }» is not good for { $name }.
usage-value-missing = { $name } lacks its value.
usage-possible-values = Values: { $list }
usage-missing = Missing: { $list }
usage-missing-command = The command is missing. There are: { $list }
usage-too-many = One value too many: «{ $value }»
usage-twice = { $name } may be given only once.
usage-conflict = { $name } does not go with { $other }.
usage-other = The command line makes no sense: { $reason }

## What goes wrong

error-prefix = error
warning-prefix = warning
error-file = { $path }: { $reason }
error-has-errors = { $n ->
    [one] There is { $n } error in the content: nothing was written.
   *[other] There are { $n } errors in the content: nothing was written.
}
error-development-keys = These are development keys. Add --dev to try things out; a release for people needs the real ones.
error-key-missing = Signing «{ $role }» takes { $wanted } keys and { $found } are here. Look for { $pattern } in the key folder.
error-damaged = { $file } is damaged: { $reason }
error-refused = It cannot be done: { $reason }
error-interrupted = Interrupted. The last release stays as it was.
error-not-empty = { $path } is there already and is not a folder that «build» wrote. Choose another one.
error-keys-folder = There are no keys in { $path } (root.json is missing). Make them with: cittadini keys init --keys { $path }
error-keys-exist = The folder { $path } is not empty: keys are never overwritten. Choose another one.
error-other-territory = The content is of the territory «{ $content }», the keys are those of «{ $keys }».
error-server = The server does not start: { $reason }
error-real-keys = Real keys are made one by one, each with its passphrase: cittadini keys new root-1 --keys FOLDER. The guide is docs/publishing.md. To try things out: --development
error-passphrase = That is not the passphrase of { $key }.
error-passphrase-mistyped = The two passphrases of { $key } are not the same: the key was not made. Try again.
error-short-passphrase = The passphrase of { $key } is too short: at least { $shortest } characters, better four or five words at random.
error-place-address = «{ $place }» is no place to publish to: write a folder, s3://bucket/prefix or rsync://host/module/path.
error-place-credentials = There are no credentials for { $place }: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_ENDPOINT_URL_S3 where the provider is not AWS).
error-place-program = The program «{ $program }» is missing. Install it, for instance with: apt install { $program }
error-place-unreachable = { $place } does not answer as it should: { $reason }
    Readers have lost nothing. Run the same command again: it goes on where it stopped.
error-place-ahead = { $place } already has something newer ({ $file }: version { $theirs }, here { $ours }): publishing from here would turn phones back.
    Take it first, with “cittadini fetch --from { $place }”, then publish again.
error-place-diverged = { $place } and this folder have gone separate ways: { $file } is not the same file. Somebody else has published.
    Take what is there into a new folder, with “cittadini fetch --from { $place }”, and publish from that one.
error-place-foreign = { $place } holds something else: { $file } is not signed by the keys of this territory. Check the address; nothing was touched.
error-place-raced = Somebody else has just published to { $place }. Nothing was replaced; run the command again.
error-place-empty = Nothing was published at { $place } yet. Check the address.
error-place-folder = Publishing to { $place } also takes a folder of this computer, in which the release is made and kept: --repository DIR
error-output = Cannot write: { $reason }

## check --draw

draw-done = Drawn: { $file }
draw-question = Question
draw-sensitive = Sensitive question
draw-kind = { $kind ->
    [single] one answer
    [multi] several answers
    [date] a day
    [number] a number
    [yesno] yes or no
   *[unknown] ?
}
draw-verdict = { $verdict ->
    [likely_yes] Probably yes
    [likely_no] Probably not
    [urgent] Urgent
   *[ask_desk] Talk to a person
}
draw-otherwise = Otherwise, or the question is skipped
draw-and = { $first } and { $next }
draw-or = { $first } or { $next }
draw-not = not ({ $what })
draw-age = { $fact }: at least { $years } years
draw-days = from { $from } to { $to }: at most { $days } days
draw-today = today
draw-yes = Yes
draw-no = No
draw-procedures = Procedures
draw-services = Services
draw-offices = Offices
draw-contacts = Contacts
draw-doubts = Doubts
draw-sources = Sources
draw-verified = Verified on { $on }, to be verified again by { $by }.

## check

check-place = { $file }:{ $line }:{ $column }
check-fix = → { $fix }
check-errors = { $n ->
    [0] no errors
    [one] { $n } error
   *[other] { $n } errors
}
check-warnings = { $n ->
    [0] no warnings
    [one] { $n } warning
   *[other] { $n } warnings
}
check-summary = Checked: { $errors }, { $warnings }.
check-unknown = What is not known about offices, by municipality:
check-unknown-line = { $municipality } ({ $n ->
    [one] one office
   *[other] { $n } offices
}): { $list }
check-unknown-field = { $n } { $field ->
    [address] without address
    [phone] without telephone
   *[hours] without hours
}
work-reading = Reading the files
work-checking = Checking the content
work-showing = Reading the content
work-publishing = Preparing { $name }
work-writing = Writing the files
work-sending = Sending { $name }
work-looking = Looking at { $place }
work-verifying = Reading the release back as a phone would

## new

new-written = { $n ->
    [one] Created { $n } file:
   *[other] Created { $n } files:
}
new-missing = { $n ->
    [one] What is still missing:
   *[other] What is still missing ({ $n }):
}
new-show = When it is filled in, see it as a phone does: cittadini show { $name }
new-office-serves = Write which municipalities use it: in territory.yaml, under “offices”, add { $list }
new-unresolved = { $n ->
    [one] One office type is still missing for this territory: { $list }. Create it with “cittadini new office” and write it in territory.yaml under “offices”.
   *[other] { $n } office types are still missing for this territory: { $list }. Create them with “cittadini new office” and write them in territory.yaml under “offices”.
}
new-territory-check = From now on there are several territories: cittadini check --territory { $name }
new-language-first = What to translate, what matters most first:
new-language-part = { $what ->
    [emergency] emergency numbers
    [app] the app's own words
    [procedure] procedures
    [office_type] office types
    [document] documents
    [fee] fees
    [deadline] terms of time
    [contact] other contacts
    [term] glossary
    [notice] notices
    [service] services
    [tree] question trees
   *[phrase] phrases
}: { $items ->
    [one] { $items } item
   *[other] { $items } items
}, { $sentences ->
    [one] { $sentences } sentence
   *[other] { $sentences } sentences
}
new-language-how = Copy the files from text/it to text/{ $tag }, translate the sentences, and record how the translation came about: cittadini translated --language { $tag } --kind human --by traduzioni ID
    As long as no item is translated, the language is not published.
new-language-nameless = The app does not know yet what this language is called and shows it as “{ $tag }”: tell its developers.

## show

show-errors = { $n ->
    [one] “{ $id }” cannot be shown: { $n } error must be mended first.
   *[other] “{ $id }” cannot be shown: { $n } errors must be mended first.
}
show-other-errors = { $n ->
    [one] There is { $n } error in other files: it does not matter here, but nothing can be published (“cittadini check”).
   *[other] There are { $n } errors in other files: they do not matter here, but nothing can be published (“cittadini check”).
}
show-unknown-near = There is nothing with the id «{ $name }». Did you mean «{ $near }»?
show-not-yet = As yet a phone does not show { $kind ->
    [service] services
    [organisation] organisations
    [phrase] phrases
   *[operator_note] notes for operators
}: this item is published, but no screen uses it.
show-unused = A phone does not show { $kind ->
    [document] this document: no step asks for it
    [fee] this fee: no step has it paid
    [deadline] this term of time: no step and no procedure names it
    [office_type] this office type: no step sends anybody there
   *[contact] this contact: no procedure and no office names it, and it is not for emergencies
}.
show-notice-not-now = A phone does not show this notice now: it holds from { $from } to { $until }, for its municipalities and its readers. Try --clock, --municipality, --audience.

## build, keys, publish, seed, serve, preview, translated

build-done = { $n ->
    [one] Wrote { $n } pack into { $path } ({ $size }).
   *[other] Wrote { $n } packs into { $path } ({ $size }).
}
build-pack = { $name }: { $size }
keys-done = Made the keys of the territory «{ $territory }» in { $path }.
keys-development = They are development keys: «publish» accepts them only with --dev, and every screen says so.
keys-new-done = Made { $private }, with its public half { $public } (id { $id }).
keys-new-advice = Without its passphrase the key is lost. The .pub file goes to the team, the .pem file to nobody.
keys-root-made = Root { $version } is ready and waits for signatures.
keys-root-same = The root stays as it is.
keys-root-holds = Root { $version } holds from now on. The next “publish” or “refresh” takes it to phones; root.json goes into the next app.
keys-delegates-changed = Who signs the facts, the languages or the operators' notes has changed: the keys of targets sign that at the next “publish”.
keys-retire-done = { $name } is in { $path }/retired. Now prepare the root: cittadini keys root --keys { $path }
keys-sign-what = You are about to sign: { $role }, version { $version }, accepted until { $expires }
keys-sign-come = New keys: { $list }
keys-sign-go = Keys that hold no longer: { $list }
keys-sign-done = Signed { $path } with { $key }.
keys-complete = { $path } has all signatures: run “publish” again.
keys-waits = { $path } waits for:
keys-lacks = { $group ->
    [old] { $lacking } signatures of the root that holds now ({ $wanted } are needed), of { $names }
    [new] { $lacking } signatures of the new root ({ $wanted } are needed), of { $names }
   *[role] { $lacking } signatures ({ $wanted } are needed), of { $names }
}
keys-how-to-sign = Whoever has one of these keys: cittadini keys sign { $path } --keys { $keys } --key KEY.pem
keys-nothing-waits = No file waits for signatures.
keys-expires = { $role } (version { $version }): { $state ->
    [expired] EXPIRED on { $day }
    [late] expires on { $day }, in { $days } days: it is time to renew it
   *[good] expires on { $day }, in { $days } days
}
publish-waits = Nothing was published: signatures are missing. What is signed is kept; when the others are there, run the same command again.
refresh-done = Signed the date anew in { $path } (release { $release }).
passphrase-open = Passphrase of { $key }:
passphrase-again = That is not it. Passphrase of { $key }:
passphrase-choose = Choose the passphrase of { $key }:
passphrase-repeat = Repeat the passphrase of { $key }:
publish-done = Release { $release } in { $path }: { $files }, { $size }.
publish-files = { $n ->
    [one] { $n } file written
   *[other] { $n } files written
}
publish-nothing = No pack has changed; only the date is new.
publish-pack = { $name }: version { $seq }, { $state ->
    [new] new
    [changed] changed
   *[same] as it was
}, full { $size }
publish-patch = from { $from }: { $size }
publish-patches = patches
mirror-done = { $place }: { $sent } sent ({ $size }), { $kept } were there.
mirror-same = { $place }: everything was there.
mirror-pruned = { $n ->
    [one] Deleted { $n } old file.
   *[other] Deleted { $n } old files.
}
fetch-done = Took release { $release } into { $path }: { $files }.
fetch-same = { $path } already holds release { $release }.
poster-done = Wrote { $path }: open it and print it.
poster-next = Site { $host }, fingerprint { $fingerprint }. Try the code with a phone before you put it up.
territories-done = Wrote { $path } ({ $count } territories).
seed-done = Wrote { $path } ({ $size }).
export-done = Wrote { $path }: release { $release } ({ $size }).
export-age = { $n ->
    [0] Content of { $day }: today.
    [one] Content of { $day }: { $n } day ago.
   *[other] Content of { $day }: { $n } days ago.
}
export-made = Content of { $day }.
export-until = Phones accept it until { $day }.
export-left-out = Not in it, because it is missing here or behind: { $list }.
serve-stop = Ctrl-C to stop.
preview-ready = Preview with development keys. Try in another terminal:
translated-done = { $n ->
    [one] Recorded { $n } translation into { $language }.
   *[other] Recorded { $n } translations into { $language }.
}

## reader

reader-offline = No usable connection. What was there stays readable; try again later.
reader-untrusted = What arrived is not what the content team signed. It was refused; what was there stays readable.
reader-outdated = This program is too old for this data. Update it; nothing was touched.
reader-storage-full = The disk is full. What was there is intact.
reader-locked = Another program is using this data.
reader-key-lost = The key of the data is gone. A backup is needed.
reader-interrupted = Interrupted. Nothing is lost.
reader-invalid = That request makes no sense.
reader-internal = Internal error of the core: please report it.
reader-reason = ({ $reason })
reader-unknown-municipality = There is no municipality «{ $name }». There are: { $list }.
differences-written = Table written: { $file }
differences-none = No differences: as far as we know, all municipalities do the same.
differences-base = As a rule: { $value }
differences-others = Other
reader-unknown-id = There is nothing with the id «{ $name }».
reader-bad-date = “{ $text }” is no day of the calendar. Write it like this: 2026-11-23.
reader-day-out-of-range = The day asked for is too far away: days are computed from 1900 to 2199.
reader-no-repository = The address to fetch from is missing: name it with --repository URL.
reader-no-root = This folder has no root yet: name it with --root FILE.
# $moment: RFC 3339
due-now = A sync is due now. { $mode ->
    [only_mine] It asks for the reader's languages and Italian.
   *[all] It asks for every language.
}
due-not-before = No sync is due. None before { $moment }.
due-not-over-this = No sync is due over this network. { $moment } is the earliest over another.
sync-up-to-date = Nothing new: everything is current (release { $release }).
sync-done = Updated to release { $release }.
sync-partly = Updated only in part (release { $release }).
sync-left-out = The file does not hold, and it stays as it was: { $list }.
sync-cost = { $size } in { $requests }, { $ms } ms; { $records }.
sync-requests = { $n ->
    [one] { $n } request
   *[other] { $n } requests
}
sync-records = { $n ->
    [0] no item written
    [one] { $n } item written
   *[other] { $n } items written
}
sync-pack = { $pack }: version { $seq }, { $way ->
    [patch] patch
   *[full] full
}, { $size }, { $records }
sync-refused = Refused { $file }: { $reason }
sync-checking = Looking for news
sync-downloading = Downloading
sync-applying = Writing
territory-ask = Compare name, site and fingerprint with the poster at the desk. Add this territory? Type “yes”:
territory-yes = yes
territory-not-added = Nothing was added.
territory-say-yes = Nobody can be asked here: look with `reader territory-offer` and say it again with --yes.
territory-chosen = This territory is read from now on.
territory-removed = Territory removed.
territory-inbox-kept = Choice kept.
settings-kept = Choices kept.
