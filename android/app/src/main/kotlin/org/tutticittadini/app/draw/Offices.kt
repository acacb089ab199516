package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.DayHours
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.OfficeScreen
import org.tutticittadini.core.OfficeView
import org.tutticittadini.core.Offices

/** The offices of the reader's municipality. */
fun Page.drawOffices(screen: Offices) {
    title(labels.actions.offices)
    italian(screen.municipality, R.style.Text_Small)
    drawWanted(emptySet())
    screen.offices.forEach { drawOffice(it) }
}

/** One office, with what one does there. */
fun Page.drawOfficeScreen(screen: OfficeScreen) {
    val office = screen.office
    heading(italian(office.nameIt, R.style.Text_Title, R.dimen.space_2))
    office.types.forEach { text(it, R.style.Text_Small) }
    drawFreshness(office.freshness)
    list(screen.what)
    card {
        drawDetails(office)
        if (office.hours.isNotEmpty()) {
            button(labels.actions.allHours, R.drawable.ic_day) { taps.hours(office.id) }
        }
        office.freshness.reservations.forEach { drawDoubt(it) }
    }
    if (screen.contacts.isNotEmpty()) heading(labels.headings.contact)
    screen.contacts.forEach { drawContact(it) }
    drawSources(screen.sources)
}

/** An office with all that is known of it, and what is not. */
internal fun Page.drawOffice(office: OfficeView) = card { drawInside(office, office.types) }

/** The same where a step has already said which kind of office it is. */
internal fun Page.drawOfficeOfStep(office: OfficeView, said: LocalizedText?) =
    inset { drawInside(office, office.types.filter { it != said }) }

/** The same where it is one of several things to do: where it is and how to call it. The rest is a tap away. */
internal fun Page.drawOfficeShort(office: OfficeView) = card {
    heading(leading(office.nameIt) { taps.office(office.id) })
    office.types.forEach { text(it, R.style.Text_Small) }
    drawHowToReach(office)
    drawDoubts(office.freshness)
}

/** Where an office is, how to call it and to be received; and whom to ask what nobody knows. */
internal fun Page.drawHowToReach(office: OfficeView) {
    italian(office.address, gap = R.dimen.space_2)
    office.phone?.let { call(it) }
    office.appointment.forEach { text(it, gap = R.dimen.space_2) }
    drawUnknown(office)
}

private fun Page.drawInside(office: OfficeView, types: List<LocalizedText>) {
    heading(leading(office.nameIt) { taps.office(office.id) })
    types.forEach { text(it, R.style.Text_Small) }
    drawDetails(office)
    drawDoubts(office.freshness)
}

private fun Page.drawDetails(office: OfficeView) {
    italian(office.address, gap = R.dimen.space_2)
    office.stepFree?.let { isStepFree ->
        text(if (isStepFree) labels.details.stepFree else labels.details.stepsAtEntrance, R.style.Text_Small)
    }
    office.phone?.let { call(it) }
    drawHours(office.hours)
    // Among what is not known, the core names the hours once more.
    if (office.unknown == null) text(office.hoursUnknown, R.style.Text_Small, R.dimen.space_2)
    office.appointment.forEach { text(it, gap = R.dimen.space_2) }
    named(labels.details.languagesSpoken, office.languages)
    open(labels.details.email, office.email?.let { "mailto:$it" }, R.drawable.ic_mail)
    open(labels.details.pec, office.pec?.let { "mailto:$it" }, R.drawable.ic_mail)
    open(labels.details.website, office.url)
    drawUnknown(office)
}

/** What nobody knows; a tap leads to the office that can be asked. */
private fun Page.drawUnknown(office: OfficeView) {
    val sentence = office.unknown ?: return
    val asked = office.ask
    when {
        asked == null -> text(sentence, R.style.Text_Small, R.dimen.space_2)
        else -> button(sentence, R.drawable.ic_office) { taps.office(asked) }
    }
}

private fun Page.drawHours(week: List<DayHours>) {
    // A day without a span is closed, as on the door: not listed.
    if (week.none { it.spans.isNotEmpty() }) return
    label(labels.headings.hours)
    drawWeek(week)
}
