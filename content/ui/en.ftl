# The app's own words. See it.ftl for what the variables mean.

## Banners above every screen

banner-added-territory = “{ $name }” is not part of this app: you added it. Its content comes from { $host }.
banner-development = Test content, signed with development keys. Do not use it.
banner-empty = There is no content yet. Go online and update.
banner-not-confirmed = Content of { $day }. We do not know whether it is the newest.
banner-not-checked-quiet = { $n ->
    [one] Last check: { $n } day ago.
   *[other] Last check: { $n } days ago.
}
banner-not-checked-visible = { $n ->
    [one] No check for updates for { $n } day. Go online as soon as you can.
   *[other] No check for updates for { $n } days. Go online as soon as you can.
}
banner-not-checked-strong = { $n ->
    [one] Old content: no check for { $n } day. Ask the office to confirm.
   *[other] Old content: no check for { $n } days. Ask the office to confirm.
}
banner-new-lineage = The content began anew, under new keys. Your choices are still here.
banner-settings-lost = Your choices can no longer be read. Choose your language and municipality again.
banner-clock = The clock of this phone shows a day in the past. Check date and time.

## Freshness of an item

freshness-fresh = Information checked. Valid until { $day }.
freshness-check = To be checked: ask the office to confirm.
freshness-do-not-rely = Do not rely on this: it is too old. Ask the office.
reservation-unsourced = A part of this has no reliable source. Ask for confirmation.
reservation-volatile = A part of this changes often. Ask for confirmation.
reservation-conflict = Sources disagree about a part of this. We show the most prudent value.
reservation-note = { $reservation } ({ $note })

## Translation

translation-machine = Machine translation. The Italian text counts.
translation-stale = The Italian text has changed since this translation. The Italian text counts.
translation-fallback = No translation yet. Shown in: { $name }.
needs-update = This app is too old to show everything. Update the app.

## Home

home-title = What do you need to do?
group-title = { $group ->
    [ingresso_soggiorno] Residence permit
    [tipi_permesso] Kinds of permit
    [protezione] Protection and asylum
    [famiglia] Family
    [cittadinanza] Citizenship
    [anagrafe] Residence and documents
    [salute] Health
    [scuola] School
    [lingua] Italian language
    [integrazione] Orientation
    [lavoro] Work
    [casa] Housing
    [prestazioni] Financial help
   *[other] Other
}

## Search

search-title = Search
# Stands in the empty field
search-hint = What do you need?
# $words: what was searched instead of what was typed
search-showing = Results for: { $words }
search-nothing = Nothing was found. Try other words, in your own language too. Or talk to a person at the Spazio Immigrazione.
# $kind: what was found
search-kind = { $kind ->
    [procedure] What to do
    [document] Document
    [office] Office
    [office_type] Office
    [service] Service
    [contact] Useful number
   *[other] Word of the offices
}

## A procedure

actor = { $actor ->
    [me] You
    [office] The office
    [employer] The employer
    [school] The school
    [family] The family member
    [third_party] Somebody else
   *[wait] Wait
}
channel = { $channel ->
    [desk] At the counter
    [appointment] By appointment
    [post] By post
    [online] On the Internet
    [phone] By phone
    [email] By e-mail
    [pec] By certified e-mail (PEC)
   *[home] At home
}
identity-spid-or-cie = You need SPID or CIE.
identity-assisted = Somebody who is authorised does it for you, for example a patronato.
free = Free
step-conditional = This step is only for some cases.
choose-municipality = Choose your municipality to see the office.
document-original = original
document-copies = { $n ->
    [one] { $n } copy
   *[other] { $n } copies
}
document-translated = translated into Italian
document-legalised = { $how ->
    [apostille] with apostille
    [consulate] legalised by the consulate
   *[either] with apostille or legalised
}
document-each-family-member = one for each family member
document-conditional = only in some cases
document-validity = { $issuer ->
    [home] If made in your country, valid { $span }
    [consulate] If made by the consulate in Italy, valid { $span }
    [italian_office] If made by an Italian office, valid { $span }
   *[all] Valid { $span }
} { $from ->
    [translation] from the translation
    [legalisation] from the legalisation
   *[issue] from the day of issue
}
amount-unknown = amount not known: ask the office
amount-range = { $min } to { $max }
total-up-to = In all: up to { $max }
total-free = In all: free
total-exact = In all: { $min }
total-range = In all: { $min } to { $max }
total-unknown = { $n ->
    [one] plus { $n } cost that is not known
   *[other] plus { $n } costs that are not known
}
total-exemptions = Whoever is exempt pays less.
pay-how = { $how ->
    [tabaccheria] at a tobacconist's
    [bollettino] by postal payment slip
    [pagopa] with pagoPA
    [contanti] in cash
    [carta] by card
   *[other] ask how to pay
}

## Spans and terms

span = { $unit ->
    [hours] { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
    [days] { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
    [working_days] { $n ->
        [one] { $n } working day
       *[other] { $n } working days
    }
    [months] { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
   *[years] { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
}
span-range = { $unit ->
    [hours] { $min } to { $max } hours
    [days] { $min } to { $max } days
    [working_days] { $min } to { $max } working days
    [months] { $min } to { $max } months
   *[years] { $min } to { $max } years
}
span-unknown = time not known
deadline-after = { $span } { $anchor ->
    [entry] after entering Italy
    [permit_expiry] after the permit expires
    [permit_issue] after the permit is issued
    [application] after the application
    [receipt] after the receipt
    [appointment] after the appointment
    [notification] after the official notice
    [birth] after the birth
    [marriage] after the marriage
    [residence_start] after residence begins
    [legal_stay_start] after the legal stay begins
    [issue] after the day of issue
    [address_change] after you move home
    [adoption] after the adoption
    [service_start] after the service begins
    [visa_expiry] after the visa expires
    [cancellation] after the removal from the register
    [departure] after you leave
   *[other] after the event
}
deadline-before = { $span } before { $anchor ->
    [entry] entering Italy
    [permit_expiry] the permit expires
    [application] the application
    [appointment] the appointment
    [issue] the day of issue
   *[other] the event
}
law-duration = By law: { $span }
usual-duration = Usually: { $span }

## By which day

event-name = { $anchor ->
    [entry] entry into Italy
    [permit_expiry] expiry of the permit
    [permit_issue] issue of the permit
    [application] application
    [receipt] receipt
    [appointment] appointment
    [notification] the day you receive the letter
    [birth] birth
    [marriage] marriage
    [residence_start] beginning of residence
    [legal_stay_start] beginning of legal stay
    [issue] issue
    [address_change] move to another home
    [adoption] adoption
    [service_start] beginning of service
    [visa_expiry] expiry of the visa
    [passport_expiry] expiry of the passport
    [cancellation] cancellation
    [departure] departure
   *[other] event
}
term-state = { $state ->
    [passed] The term has passed. Ask for help at once.
    [expired] It is no longer valid.
    [today] It is today.
    [too_early] It is still too early.
   *[may_ask] The office's time is over: you may ask.
}
term-due = Last day: { $day }.
term-not-before = Not before { $day }.
term-best-from = Best from { $day }.
term-valid-until = Valid until { $day }.
term-wait = The office must answer by { $day }. After that day you may ask.
term-usual = It usually comes between { $from } and { $until }.
term-rule = { $rule ->
    [forwards] The first day is not counted. If the last one is a holiday, the next day that is none counts.
    [working_days_forwards] The first day is not counted. Sundays and holidays are not counted. Saturdays are.
    [backwards] Counted backwards. If the last day is a holiday or a Saturday, the working day before counts.
    [working_days_backwards] Counted backwards. Saturdays, Sundays and holidays are not counted.
    [forwards_without_august] The first day is not counted. Days in August are not counted.
   *[exact_day] The first day is not counted. The exact day counts, even if it is a holiday.
}
term-moved = { $because ->
    [sunday] { $day } is a Sunday.
    [saturday] { $day } is a Saturday: many offices are closed.
    [patron_saint] { $day } is the patron saint's day: the offices of the town are closed.
   *[holiday] { $day } is a holiday ({ $name }).
}
no-days-unknown-span = Nobody knows how much time there is. Ask at the desk.
no-days-out-of-range = This date is too far away. Check it.
no-days-older-than-law = This rule holds from { $day }. Your date is before: ask at the desk.
no-days-newer-than-law = This rule held until { $day }. Your date is after: ask at the desk.
date-missing = The date is missing: { $event }.
date-impossible = “{ $text }” is not a date. Write it like this: 2026-11-23.
date-in-future = { $day } is in the future. Check the date.
paper-valid = Valid until { $day }.
paper-too-old = Valid only until { $until }. On { $needed } it is too old: ask for a new one.
paper-validity-unknown = Nobody knows how long it is valid. Ask at the desk.

## Offices

weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
hours-span = { $open }-{ $close }
hours-by-appointment = { $open }-{ $close }, by appointment
hours-closed = closed
hours-unknown = Hours not known
unknown-ask = We do not know: { $fields }. Ask: { $name }.
unknown-no-ask = We do not know: { $fields }.
list-join = { $first }, { $next }
field-address = address
field-phone = telephone
field-hours = hours
spoken-staff = { $language }: spoken by the staff
spoken-mediator = { $language }: there is a mediator
spoken-phone = { $language }: interpreter by telephone
walk-in-yes = You can come without an appointment.
walk-in-no = You need an appointment.
appointment-url = Book on the Internet: { $url }
appointment-phone = Book by telephone: { $phone }

## Questions

triage-verdict = { $purpose ->
    [eligibility] { $verdict ->
        [likely_yes] Probably yes
        [likely_no] Probably not
        [urgent] Urgent: do not wait
       *[ask_desk] Talk to a person
    }
   *[triage] { $verdict ->
        [likely_yes] This is probably what you need
        [likely_no] This is probably not the way for you
        [urgent] Urgent: do not wait
       *[ask_desk] Talk to a person
    }
}
triage-caution = This is not a decision: the office decides.
triage-unknown = Here this app does not know what to tell you. Talk to a person and bring all the papers and letters you have.
triage-progress = Question { $n } of { $most } at most
triage-skip = Skip this question
triage-skipped = skipped
triage-yes = Yes
triage-no = No

## When an office is open

opening-open = { $how ->
    [appointment] Open only with an appointment. Closes { $when }.
    [service] Open only for: { $service }. Closes { $when }.
    [both] Open only with an appointment, for: { $service }. Closes { $when }.
   *[everybody] Open. Closes { $when }.
}
opening-closed = { $how ->
    [appointment] Closed. Opens { $when }, only with an appointment.
    [service] Closed. Opens { $when }, only for: { $service }.
    [both] Closed. Opens { $when }, only with an appointment, for: { $service }.
   *[everybody] Closed. Opens { $when }.
}
opening-closed-for-long = Closed. We do not know when it opens again: ask the office.
opening-closed-to-public = This office does not receive the public.
when-today = at { $time }
when-tomorrow = tomorrow at { $time }
when-day = on { $weekday } { $date } at { $time }
when-soon = { $when }, { $wait }
wait-moment = in less than a minute
wait = in { $span }
wait-both = in { $hours } and { $minutes }
wait-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
wait-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
hours-for-service = { $hours }, only for: { $service }
hours-date = { $weekday } { $date }
closed-holiday = Public holiday: { $name }
closed-patron-saint = Day of the town's patron saint
closed-exception = Exceptionally closed
closure-day = Closed on { $day }
closure-days = Closed from { $from } to { $to }
patron-saint-unknown = We do not know the day of the patron saint of { $name }: on that day the office may be closed.
patron-saint-elsewhere = On the day of its town's patron saint the office may be closed.
spoken-now = Now, until { $time }
spoken-next = Next time: { $when }
offices-not-found = No office found.
offices-hours-unknown = { $n ->
    [one] We do not know the hours of { $n } office: it may be open. Ask before you go.
   *[other] We do not know the hours of { $n } offices: they may be open. Ask before you go.
}

## What changed

change-unknown = not known
change-not-stated = not stated
change-what = { $what ->
    [account] Account to pay into
    [actor] Who does it
    [address] Address
    [amount] Amount
    [appeal] What you can do if they say no has changed.
    [appointment] Appointment
    [body] The text of the notice has changed.
    [channel] How it is done
    [contact] Whom to talk to
    [deadline_added] There is one more time limit
    [deadline_removed] This time limit is gone
    [description] The description has changed.
    [document] Paper
    [document_added] For this step you now also need
    [document_removed] For this step you no longer need
    [email] E-mail
    [exception] Closures and other hours
    [exempt_added] No longer pays
    [exempt_removed] Now pays too
    [fee] Cost
    [fee_added] For this step you now also pay
    [fee_removed] For this step you no longer pay
    [form] Form
    [free] It is now free.
    [hours] The hours for some services have changed.
    [identity] What you need for the online service
    [instructions] The instructions have changed.
    [issuer] Who issues it
    [languages] Languages spoken
    [law_duration] Time by law
    [mandatory] You can no longer skip this step.
    [mistakes] The mistakes to avoid have changed.
    [name] Name
    [norms] The laws it rests on have changed.
    [office] Office
    [official_url] Official page
    [optional] This step is now optional.
    [pay_how] How to pay
    [payee] Whom to pay
    [pec] Certified e-mail (PEC)
    [peremptory] If this time limit passes, you now lose the right.
    [phone] Telephone
    [reason] Reason for payment
    [replaced_by] It is replaced by
    [requirement_added] Now also required
    [requirement_removed] No longer required
    [requirements] The requirements have changed.
    [result_validity] How long what you receive stays valid
    [rights] Your rights while you wait have changed.
    [scam] The warning about cheats has changed.
    [step_added] There is one more step
    [step_free] You can now enter without steps.
    [step_not_free] There are steps at the entrance.
    [step_order] The order of the steps has changed.
    [step_removed] This step is gone
    [url] Web page
    [usual] Time it usually takes
    [valid_from] Holds from
    [valid_until] Holds until
    [validity] How long it is valid
    [value] Number or address
    [when] Time limit
   *[revised] Some of the information has changed.
}
change-amount-from = Amount from { $day }
change-hours = Hours on { $day }
change-hours-days = Hours from { $first } to { $last }
change-day-hours = { $day } { $hours }
change-on-day = Hours on { $day }
change-on-days = Hours from { $from } to { $to }
change-usual-hours = the usual hours
change-times = { $n ->
    [one] once
   *[other] { $n } times
}

## Buttons and choices

action-home = Home
action-offices = Offices
action-update = Update
action-stop = Stop
action-retry = Try again
action-language = Language
action-municipality = Municipality
action-all-municipalities = All municipalities
action-own-device = This is my device: keep everything, also without Internet
action-updates = Update choices
action-wifi-only = Only over Wi-Fi
action-data-saver = Save data: update only my languages and Italian
action-back = Back
action-close = Close
action-cancel = Cancel
action-emergency = Emergency
action-choose-municipality = Choose your municipality
action-call = Call
action-successor = Open the one that holds now
action-go-on = Continue
action-start-again = Start again
action-is-it-for-me = Is it for me? Answer some questions
action-enter-dates = Enter your dates and see the days
action-all-hours = See the hours day by day
action-open-now = Open now
action-evening = Open after 17:00
action-saturday = Open on Saturday
action-my-language = They speak my language

## Headings

heading-who-for = Who this is for
heading-result = What you get
heading-eligibility = Requirements
heading-steps = Steps
heading-documents = Papers
heading-costs = Costs
heading-deadlines = Time limits
heading-where-to-go = Where
heading-hours = Hours
heading-mistakes = Mistakes to avoid
heading-rights = Your rights
heading-if-refused = If they say no
heading-appeal = If they say no: appeal
heading-scam = Beware of scams
heading-contact = Who to talk to
heading-desks = Where to talk to a person
heading-emergency = Emergency numbers
heading-sources = Sources
heading-norms = Laws
heading-glossary = Words of the offices
heading-doubts = What is not certain
heading-questions = Questions to find out
heading-answers = Your answers
heading-what-to-do = What to do
heading-your-dates = Your dates
heading-by-which-day = By which day
heading-next-days = The next days
heading-closures = Closures and other hours
heading-results = Results

## Before a detail

detail-phone = Telephone
detail-email = E-mail
detail-pec = Certified e-mail (PEC)
detail-website = Website
detail-languages-spoken = Languages spoken
detail-step-free = No steps at the entrance
detail-steps-at-entrance = There are steps
detail-form = Form
detail-how-to-get = How to get it
detail-looks-like = What it looks like
detail-exempt = Who does not pay
detail-fee-payee = Pay to
detail-fee-account = Account
detail-fee-reason = Reason for payment
detail-one-of = You pay only one of these:
detail-only-sometimes = only in some cases
detail-optional = Optional
detail-official-page = Official page
detail-say-it = Say
detail-example = Example
detail-call-free = free call
detail-replaced-by = Replaced by
detail-step = Step
detail-nothing-kept = What you enter here is not kept.

## How far something is

status-loading = One moment…
status-updating = Updating…
status-updated = Up to date.
status-cannot-open = This device cannot open:

## What went wrong, and what to do

trouble-offline = There is no connection. You can still read what you have.
trouble-untrusted = The new content is not authentic and we do not use it. You can still read what you have.
trouble-outdated = This app is too old. Update the app.
trouble-locked = The data is open somewhere else. Close the other one and try again.
trouble-key-lost = The key to your data is gone. Restore a backup.
trouble-storage-full = There is no space left on the device. Free some space and try again.
trouble-interrupted = Stopped. Nothing is lost.
trouble-not-found = This page is no longer there.
trouble-internal = The app has a fault. Try again. In an emergency call 112.
