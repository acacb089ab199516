package org.tutticittadini.app.draw

import android.widget.CheckBox
import org.tutticittadini.app.R
import org.tutticittadini.core.ActionLabels
import org.tutticittadini.core.DayHours
import org.tutticittadini.core.HoursClosure
import org.tutticittadini.core.HoursDay
import org.tutticittadini.core.HoursNow
import org.tutticittadini.core.HoursScreen
import org.tutticittadini.core.HoursStatus
import org.tutticittadini.core.LanguageHours
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.OpenNow
import org.tutticittadini.core.OpenOffice

/** When an office is open: now, in the next days, and who speaks which language when. */
fun Page.drawHoursScreen(screen: HoursScreen) {
    val office = screen.office
    heading(italian(office.nameIt, R.style.Text_Title, R.dimen.space_2))
    office.types.forEach { text(it, R.style.Text_Small) }
    drawFreshness(office.freshness)
    drawNow(screen.now)
    drawHowToReach(office)
    if (screen.days.isNotEmpty()) heading(labels.headings.nextDays)
    screen.days.forEach { drawDay(it) }
    if (screen.closures.isNotEmpty()) heading(labels.headings.closures)
    screen.closures.forEach { drawClosure(it) }
    if (screen.languages.isNotEmpty()) heading(labels.details.languagesSpoken)
    screen.languages.forEach { drawLanguage(it) }
    (screen.notes + office.freshness.reservations).forEach { drawDoubt(it) }
}

private fun Page.drawNow(now: HoursNow) {
    notice(now.text, style(now.status))
    text(now.because, R.style.Text_Small)
}

private fun style(status: HoursStatus): Int = when (status) {
    HoursStatus.OPEN, HoursStatus.OPEN_FOR_SERVICE, HoursStatus.OPEN_BY_APPOINTMENT -> R.style.Text_Notice_Quiet_Strong
    HoursStatus.CLOSED, HoursStatus.CLOSED_TO_PUBLIC, HoursStatus.UNKNOWN -> R.style.Text_Notice_Warn_Strong
}

private fun Page.drawDay(day: HoursDay) {
    rule()
    drawSpans(day.day, day.spans, R.style.Text_Body)
    text(day.closedBecause, R.style.Text_Small)
}

private fun Page.drawClosure(closure: HoursClosure) = card {
    text(closure.text, R.style.Text_Strong)
    text(closure.reason, R.style.Text_Small)
    drawWeek(closure.hours)
}

private fun Page.drawLanguage(spoken: LanguageHours) = card {
    heading(text(spoken.text, R.style.Text_Label))
    text(spoken.`when`)
    drawWeek(spoken.hours)
}

/** Hours by day; a day without any is not listed. */
internal fun Page.drawWeek(week: List<DayHours>) =
    week.filter { it.spans.isNotEmpty() }.forEach { drawSpans(it.day, it.spans, R.style.Text_Small) }

/** One day on one line. */
private fun Page.drawSpans(day: LocalizedText, spans: List<LocalizedText>, style: Int) = row(R.dimen.space_1) {
    column(DAY) { text(day, style) }
    column(SPANS) { spans.forEach { text(it, gap = R.dimen.none) } }
}

/** Which offices the reader wants to see. */
enum class Wanted {
    /** Those that are open now. */
    OPEN,

    /** Those that are open after 17:00. */
    EVENING,

    /** Those that are open on Saturdays. */
    SATURDAY,

    /** Those where her language is spoken. */
    LANGUAGE,
    ;

    internal fun label(actions: ActionLabels): LocalizedText = when (this) {
        OPEN -> actions.openNow
        EVENING -> actions.evening
        SATURDAY -> actions.saturday
        LANGUAGE -> actions.myLanguage
    }
}

/** The offices that the reader wants to see. Those whose hours nobody knows are named beside them: they may be open. */
fun Page.drawOpenOffices(screen: OpenNow, wanted: Set<Wanted>) {
    title(labels.actions.offices)
    italian(screen.municipality, R.style.Text_Small)
    drawWanted(wanted)
    notice(screen.unknownText, R.style.Text_Notice_Warn)
    text(screen.none, gap = R.dimen.space_3)
    screen.offices.forEach { drawOpenOffice(it) }
}

/** The switches above the offices. */
internal fun Page.drawWanted(wanted: Set<Wanted>) = flow {
    // In Italy's language somebody speaks everywhere.
    Wanted.entries.filter { it != Wanted.LANGUAGE || language != ITALIAN }.forEach { one ->
        CheckBox(context, null, 0, R.style.Option_Switch).also { box ->
            box.say(one.label(labels.actions))
            box.isChecked = one in wanted
            box.setOnClickListener { taps.offices(if (box.isChecked) wanted + one else wanted - one) }
            addView(box)
        }
    }
}

private fun Page.drawOpenOffice(office: OpenOffice) = card {
    heading(leading(office.nameIt) { taps.office(office.id) })
    office.types.forEach { text(it, R.style.Text_Small) }
    text(office.now.text, R.style.Text_Strong, R.dimen.space_2)
    text(office.now.because, R.style.Text_Small)
    drawWeek(office.fitting)
    italian(office.address, gap = R.dimen.space_2)
    office.phone?.let { call(it) }
    named(labels.details.languagesSpoken, office.languages.map { it.text })
    drawDoubts(office.freshness)
}

/** How a line of hours is shared between the day and its spans. */
private const val DAY = 2f
private const val SPANS = 3f
