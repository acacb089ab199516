package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.ContactView
import org.tutticittadini.core.Home
import org.tutticittadini.core.ProcedureCard

/** The first screen: the question, what there is to do, whom to talk to, the numbers that are always there. */
fun Page.drawHome(home: Home) {
    title(home.title)
    italian(home.territory, R.style.Text_Small)
    home.groups.forEach { group ->
        heading(group.title)
        group.procedures.forEach { drawCard(it) }
    }
    if (home.desks.isNotEmpty()) heading(R.string.desks)
    home.desks.forEach { drawOffice(it) }
    heading(R.string.emergency_numbers)
    home.emergency.forEach { drawContact(it) }
    if (home.emergency.isEmpty()) draw112()
    drawUpdate()
}

private fun Page.drawCard(card: ProcedureCard) = card({ taps.procedure(card.id) }) {
    text(card.title, R.style.Text_Card)
    beside(card.title, card.titleIt)
    text(card.short)
    drawTranslation(card.translation)
    notice(card.needsUpdate, R.style.Text_Notice_Warn)
    drawAge(card.freshness)
}

/** Above everything: the number that the app itself knows, which is there before any content. */
fun Page.drawFirstNumber() {
    heading(words(R.string.emergency_numbers, R.style.Text_Title, R.dimen.space_2))
    draw112()
}

/** The numbers of the content. */
fun Page.drawEmergency(contacts: List<ContactView>) = contacts.forEach { drawContact(it) }

/** The European emergency number, which needs no content. */
fun Page.draw112() = card {
    words(R.string.emergency_112, R.style.Text_Strong)
    call(EMERGENCY)
}

private const val EMERGENCY = "112"
