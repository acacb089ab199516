package org.tutticittadini.app.draw

import android.widget.LinearLayout
import org.tutticittadini.app.R
import org.tutticittadini.core.ContactView
import org.tutticittadini.core.Home
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.ProcedureCard
import org.tutticittadini.core.Run
import org.tutticittadini.core.TreeCard

/** The first screen: the question, what there is to do, whom to talk to, the numbers that are always there. */
fun Page.drawHome(home: Home) {
    title(home.title)
    italian(home.territory, R.style.Text_Small)
    drawWayToSearch()
    home.trees.firstOrNull()?.let { drawEntrance(it) }
    drawTrees(home.trees.drop(1))
    home.groups.forEach { group ->
        heading(group.title)
        group.procedures.forEach { drawCard(it) }
    }
    if (home.desks.isNotEmpty()) heading(labels.headings.desks)
    home.desks.forEach { drawOffice(it) }
    heading(emergencyHeading())
    home.emergency.forEach { drawContact(it) }
    if (home.emergency.isEmpty()) draw112()
    drawUpdate()
}

/** The way in for somebody who does not know what she needs. */
private fun Page.drawEntrance(tree: TreeCard) =
    drawTree(tree, R.style.Text_Entrance).setBackgroundResource(R.drawable.card_entrance)

private fun Page.drawTrees(trees: List<TreeCard>) {
    if (trees.isNotEmpty()) heading(labels.headings.questions)
    trees.forEach { drawTree(it, R.style.Text_Card) }
}

private fun Page.drawTree(tree: TreeCard, style: Int): LinearLayout = card({ taps.questions(tree.id) }) {
    text(tree.title, style)
    drawTranslation(tree.translation)
    drawAge(tree.freshness)
}

/** A procedure that a tap opens, wherever on the card: no word of it is a tap of its own. */
internal fun Page.drawCard(card: ProcedureCard) = explaining(emptyList()).card({ taps.procedure(card.id) }) {
    text(card.title, R.style.Text_Card)
    beside(card.title, card.titleIt)
    text(card.short)
    drawTranslation(card.translation)
    notice(card.needsUpdate, R.style.Text_Notice_Warn)
    drawAge(card.freshness)
}

/** Above everything, even above what is said about the content's age: the number that is there before any content. */
fun Page.drawFirstNumber(contacts: List<ContactView>) {
    title(emergencyHeading())
    when (val first = contacts.find { it.isEmergencyNumber() }) {
        null -> draw112()
        else -> drawContact(first)
    }
}

/** The other numbers of the content. */
fun Page.drawEmergency(contacts: List<ContactView>) =
    contacts.filterNot { it.isEmergencyNumber() }.forEach { drawContact(it) }

/** The European emergency number, which needs no content. */
fun Page.draw112() = card {
    text(own.say(R.string.emergency_112), R.style.Text_Strong)
    call(EMERGENCY)
}

/** What stands above emergency numbers. */
internal fun Page.emergencyHeading(): LocalizedText {
    val label = labels.headings.emergency
    return own.rather(label, R.string.emergency_numbers) ?: label
}

private fun ContactView.isEmergencyNumber() = (value.runs.singleOrNull() as? Run.Phone)?.number == EMERGENCY

/** The number, in all of Europe. */
internal const val EMERGENCY = "112"
