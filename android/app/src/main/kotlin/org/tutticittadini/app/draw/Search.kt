package org.tutticittadini.app.draw

import android.graphics.Typeface
import android.text.Spannable
import android.text.SpannableStringBuilder
import android.text.style.StyleSpan
import android.text.style.UnderlineSpan
import org.tutticittadini.app.R
import org.tutticittadini.core.ContactView
import org.tutticittadini.core.FoundText
import org.tutticittadini.core.HitKind
import org.tutticittadini.core.ProcedureName
import org.tutticittadini.core.SearchHit
import org.tutticittadini.core.SearchScreen
import org.tutticittadini.core.plain

/** What the reader types into the search. It is written nowhere, and gone when she goes elsewhere. */
class Typed {
    /** As it stands in the field. */
    var words: String = ""
}

/** The way to the search on the first screen: it looks like the field that it opens. */
internal fun Page.drawWayToSearch() {
    val way = button(labels.actions.searchHint, R.drawable.ic_search, R.style.Field) { taps.search() }
    way.setTextColor(context.getColor(R.color.quiet))
    way.contentDescription = joined(labels.actions.search.spoken(), way.text, ": ")
}

/** What was found, best first. */
fun Page.drawSearch(screen: SearchScreen) {
    title(labels.actions.search)
    if (screen.query.isBlank()) {
        text(labels.actions.searchHint)
        return
    }
    notice(screen.showing, R.style.Text_Notice_Quiet)
    text(screen.nothing, gap = R.dimen.space_3)
    screen.hits.forEach { drawHit(it) }
}

private fun Page.drawHit(hit: SearchHit) {
    when (val tapped = way(hit)) {
        null -> card { drawInside(hit, R.style.Text_Label) }
        else -> card(tapped) { drawInside(hit, R.style.Text_Card) }
    }
}

/** Where a hit leads as a whole, if anywhere. */
private fun Page.way(hit: SearchHit): (() -> Unit)? = when (hit.kind) {
    HitKind.PROCEDURE -> ({ taps.procedure(hit.id, hit.step?.id) })
    HitKind.OFFICE -> ({ taps.office(hit.id) })
    HitKind.OFFICE_TYPE -> hit.offices.firstOrNull()?.let { first -> { taps.office(first) } }
    HitKind.TERM -> ({ taps.explain(hit.id) })
    HitKind.DOCUMENT, HitKind.SERVICE, HitKind.CONTACT -> null
}

private fun Page.drawInside(hit: SearchHit, style: Int) {
    text(hit.label, R.style.Text_Small)
    heading(found(hit.title, style))
    if (hit.titleIt.text != hit.title.text) found(hit.titleIt, R.style.Text_Small)
    text(hit.step?.title, R.style.Text_Strong, R.dimen.space_2)
    hit.snippet?.let { found(it, R.style.Text_Body, R.dimen.space_2) }
    hit.contact?.let { drawNumber(it, hit.snippet) }
    drawTranslation(hit.translation)
    drawAge(hit.freshness)
    drawNames(hit.procedures)
}

/** It is called from here: there is no other screen that would say first what it is for and what is doubtful. */
private fun Page.drawNumber(contact: ContactView, said: FoundText?) {
    if (contact.what?.plain() != said?.text) text(contact.what)
    drawHowToTurnTo(contact)
    contact.freshness.reservations.forEach { drawDoubt(it) }
}

/** The procedures that ask for a paper. Where all ask for it, they do not push the other results off the screen. */
private fun Page.drawNames(procedures: List<ProcedureName>) {
    val draw: Page.() -> Unit = { procedures.forEach { drawName(it) } }
    if (procedures.size > FEW) fold(labels.headings.whatToDo, draw) else draw()
}

private fun Page.drawName(procedure: ProcedureName) =
    button(procedure.title, 0, R.style.Button_Option) { taps.procedure(procedure.id) }

private fun Page.found(found: FoundText, style: Int, gap: Int = R.dimen.space_1) =
    words(found.highlighted(), found.language, found.direction, style, gap)

/** As many procedures as stand below a paper unasked. */
private const val FEW = 2

/** What was found is bold and underlined: neither colour nor weight alone tells it, since titles are bold already. */
internal fun FoundText.highlighted(): CharSequence {
    val all = SpannableStringBuilder(text)
    for (range in ranges) {
        val (start, end) = range.start.toInt() to range.end.toInt()
        if (start >= end || end > all.length) continue
        all.setSpan(StyleSpan(Typeface.BOLD), start, end, Spannable.SPAN_EXCLUSIVE_EXCLUSIVE)
        all.setSpan(UnderlineSpan(), start, end, Spannable.SPAN_EXCLUSIVE_EXCLUSIVE)
    }
    return all.spoken(language)
}
