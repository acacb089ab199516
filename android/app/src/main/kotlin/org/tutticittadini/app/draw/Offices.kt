package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.DayHours
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.OfficeView
import org.tutticittadini.core.Offices

/** The offices of the reader's municipality. */
fun Page.drawOffices(screen: Offices) {
    heading(words(R.string.offices, R.style.Text_Title, R.dimen.space_2))
    italian(screen.municipality, R.style.Text_Small)
    screen.offices.forEach { drawOffice(it) }
}

/** An office with all that is known of it, and what is not. */
internal fun Page.drawOffice(office: OfficeView) = card { drawInside(office, office.types) }

/** The same where a step has already said which kind of office it is. */
internal fun Page.drawOfficeOfStep(office: OfficeView, said: LocalizedText?) =
    inset { drawInside(office, office.types.filter { it != said }) }

private fun Page.drawInside(office: OfficeView, types: List<LocalizedText>) {
    heading(italian(office.nameIt, R.style.Text_Label))
    types.forEach { text(it, R.style.Text_Small) }
    italian(office.address, gap = R.dimen.space_2)
    office.phone?.let { call(it) }
    drawHours(office.hours)
    text(office.hoursUnknown, R.style.Text_Small, R.dimen.space_2)
    office.appointment.forEach { text(it, gap = R.dimen.space_2) }
    office.languages.forEach { text(it, R.style.Text_Small) }
    open(office.email?.let { "mailto:$it" }, R.drawable.ic_mail)
    office.pec?.let {
        words(R.string.pec, R.style.Text_Small, R.dimen.space_3)
        open("mailto:$it", R.drawable.ic_mail)
    }
    open(office.url)
    text(office.unknown, R.style.Text_Small, R.dimen.space_2)
    drawDoubts(office.freshness)
}

private fun Page.drawHours(week: List<DayHours>) {
    // A day without a span is closed, as on the door: not listed.
    val open = week.filter { it.spans.isNotEmpty() }
    if (open.isEmpty()) return
    label(R.string.hours)
    open.forEach { day ->
        row(R.dimen.space_1) {
            column(DAY) { text(day.day, R.style.Text_Small) }
            column(SPANS) { day.spans.forEach { text(it, gap = R.dimen.none) } }
        }
    }
}

/** How a line of hours is shared between the day and its spans. */
private const val DAY = 2f
private const val SPANS = 3f
