# Headings of the terminal reader, in English.

appeal = If they say no: appeal
closures = Closures and other hours
contact = Who to talk to
costs = Costs
deadlines = Time limits
desks = Where to talk to a person
documents = Papers
email = E-mail
eligibility = Requirements
emergency = Emergency numbers
exempt = Who does not pay
fee-payee = Pay to
fee-account = Account
fee-reason = Reason for payment
form = Form
freshness-chip = { $state ->
    [fresh] fresh
    [check] to be checked
   *[do_not_rely] do not rely on it
}
freshness-counts = { $fresh } fresh, { $check } to be checked, { $rely } not to be relied on
freshness-title = How old the information is
glossary = Words of the offices
hours = Hours
how-to-get = How to get it
if-refused = If they say no
installed = What is installed
languages = Languages
languages-spoken = Languages spoken
last-checked = Last check
looks-like = What it looks like
mistakes = Mistakes to avoid
municipalities = Municipalities
municipality = Municipality
next-days = The next days
no-procedures = No procedures.
norms = Laws
not-chosen = not chosen
nothing-overdue = Nothing to be checked.
offices-all = All offices
offices-none = No offices.
offices-of = Offices of { $name }
official-page = Official page
optional = Optional
pay-how = How to pay
pec = Certified e-mail (PEC)
phone = Telephone
procedures = Procedures
records = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
release-of = Content of
replaced-by = Replaced by
result = What you get
rights = Your rights
scam = Beware of scams
settings = Choices
audience = Reader
wifi-only = Updates only over Wi-Fi
data-saver = Data saver: only the reader's languages and Italian
yes = yes
no = no
say-it = Say
example = Example
sources = Sources
read-on = read on { $day }
step-free = { $free ->
    [yes] No steps at the entrance
   *[no] There are steps
}
steps = Steps
call-free = free call
to-check-on = to be checked again by { $day }
website = Website
done-here = What you do here
where-to-go = Where
who-for = Who this is for
doubts = What is not certain
one-of = You pay only one of these:
only-sometimes = only in some cases

## Questions

trees = Questions
no-trees = No questions.
your-answers = Your answers
answer-with = Answer with --answer { $question }=… or skip with --answer { $question }=skip
services = Services
further-offices = Other offices
further-contacts = Other contacts

## Notices

notices = Notices
no-notices = There are no notices today.
notice-until = Valid until { $day }.

## What changed

changes = What changed
changes-none = Nothing new.
changes-between = From release { $from } to release { $to }
changes-until = Up to release { $to }
change-release = { $number } of { $day }
change-how = { $how ->
    [added] new
    [removed] gone
   *[changed] changed
}
change-procedures = Concerns
change-before = Before
change-now = Now
added-by-you = added by you: not part of the app
came-with-app = came with the app
fingerprint = Fingerprint
host = Site
inbox = Inbox for feedback
inbox-agreed = may be used
inbox-ask = not used until you agree
territories = Territories
territory = Territory

by-which-day = By which day
counted-from = Counted from { $day }
questions = Questions to find out
