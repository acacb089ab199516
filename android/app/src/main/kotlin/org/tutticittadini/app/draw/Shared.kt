package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.Banner
import org.tutticittadini.core.BannerKind
import org.tutticittadini.core.ContactView
import org.tutticittadini.core.Freshness
import org.tutticittadini.core.FreshnessState
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.Run
import org.tutticittadini.core.SourceView
import org.tutticittadini.core.TranslationLabel

/** What must be said above a screen: how old it is, and whether it may be used. Never left out. */
fun Page.drawBanners(banners: List<Banner>) = banners.forEach { notice(it.text, style(it.kind)) }

private fun style(kind: BannerKind): Int = when (kind) {
    BannerKind.DEVELOPMENT, BannerKind.NOT_CHECKED_STRONG -> R.style.Text_Notice_Alarm
    BannerKind.NOT_CHECKED_QUIET -> R.style.Text_Notice_Quiet
    BannerKind.EMPTY, BannerKind.NOT_CONFIRMED, BannerKind.NOT_CHECKED_VISIBLE, BannerKind.SETTINGS_LOST,
    BannerKind.CLOCK, BannerKind.ADDED_TERRITORY, BannerKind.NEW_LINEAGE,
    -> R.style.Text_Notice_Warn
}

/** The title in Italian, beside the reader's own. */
internal fun Page.beside(title: LocalizedText, titleIt: LocalizedText) {
    if (title.language != titleIt.language) text(titleIt, R.style.Text_Small)
}

/** Official Italian, beside a name in the reader's language. */
internal fun Page.beside(title: LocalizedText, nameIt: String) {
    if (title.plainWords() != nameIt) italian(nameIt, R.style.Text_Small)
}

/** How a translation came about. */
internal fun Page.drawTranslation(label: TranslationLabel?) = text(label?.label, R.style.Text_Small)

/** How far an item can be relied on: a quiet line when it can, a notice when it cannot. */
internal fun Page.drawFreshness(freshness: Freshness) {
    if (freshness.state == FreshnessState.FRESH) text(freshness.label, R.style.Text_Small)
    drawAge(freshness)
}

/** The same in a list, where what is fresh says nothing. */
internal fun Page.drawAge(freshness: Freshness) {
    when (freshness.state) {
        FreshnessState.FRESH -> Unit
        FreshnessState.CHECK -> notice(freshness.label, R.style.Text_Notice_Warn)
        FreshnessState.DO_NOT_RELY -> notice(freshness.label, R.style.Text_Notice_Alarm)
    }
}

/** The same inside another item, with what is not certain about it. */
internal fun Page.drawDoubts(freshness: Freshness) {
    drawAge(freshness)
    freshness.reservations.forEach { drawDoubt(it) }
}

/** What is not certain. */
internal fun Page.drawDoubt(doubt: LocalizedText) = row(R.dimen.space_2) {
    mark(R.drawable.ic_doubt)
    column { text(doubt, R.style.Text_Small) }
}

/** What is not certain about a whole page. */
internal fun Page.drawReservations(freshness: Freshness) {
    if (freshness.reservations.isNotEmpty()) heading(labels.headings.doubts)
    list(freshness.reservations)
}

/** Where a page was read, behind a button. */
internal fun Page.drawSources(sources: List<SourceView>) {
    if (sources.isEmpty()) return
    fold(labels.headings.sources) {
        sources.forEach { source ->
            italian(source.title, R.style.Text_Small, R.dimen.space_3)
            open(source.url)
        }
    }
}

/** That another office may be nearer, and the way to say where the reader lives. */
internal fun Page.drawChooseMunicipality(sentence: LocalizedText?) {
    if (sentence == null) return
    notice(sentence, R.style.Text_Notice_Warn)
    button(labels.actions.chooseMunicipality, R.drawable.ic_place) { taps.chooseMunicipality() }
}

/** A number or an address, what it is for, and a button that dials or opens it. */
internal fun Page.drawContact(contact: ContactView) = card {
    heading(text(contact.title, R.style.Text_Label))
    text(contact.what)
    drawHowToTurnTo(contact)
    drawDoubts(contact.freshness)
}

/** The same below its name. */
internal fun Page.drawHowToTurnTo(contact: ContactView) {
    // A number alone stands on its button.
    if (contact.value.runs.singleOrNull() !is Run.Phone) text(contact.value, R.style.Text_Strong)
    contact.value.runs.forEach { run ->
        when (run) {
            is Run.Phone -> call(run.number)
            is Run.Link -> open(run.url)
            else -> Unit
        }
    }
    if (contact.free) text(labels.details.callFree, R.style.Text_Small)
}

/** The way to what is newer. */
internal fun Page.drawUpdate() {
    if (!taps.canUpdate) return
    button(labels.actions.update, R.drawable.ic_update) { taps.update() }
    button(labels.actions.updates, R.drawable.ic_update) { taps.chooseUpdates() }
}
