package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.DeadlineView
import org.tutticittadini.core.ProcedureScreen
import org.tutticittadini.core.SourceView
import org.tutticittadini.core.TermView

/** A procedure, from its title to its sources. */
fun Page.drawProcedure(screen: ProcedureScreen) = explaining(screen.terms).run {
    drawTop(screen)
    drawAbout(screen)
    heading(R.string.costs)
    text(screen.total.text)
    drawDeadlines(screen.deadlines)
    heading(R.string.steps)
    screen.steps.forEach { drawStep(it) }
    drawRights(screen)
    drawBackground(screen)
}

private fun Page.drawTop(screen: ProcedureScreen) {
    title(screen.title)
    beside(screen.title, screen.titleIt)
    screen.replacedBy?.let { successor ->
        button(context.getString(R.string.replaced), R.drawable.ic_web) { taps.procedure(successor) }
    }
    notice(screen.needsUpdate, R.style.Text_Notice_Warn)
    drawTranslation(screen.translation)
    drawFreshness(screen.freshness)
}

private fun Page.drawAbout(screen: ProcedureScreen) {
    text(screen.short, gap = R.dimen.space_3)
    screen.whoFor?.let {
        heading(R.string.who_for)
        text(it)
    }
    screen.result?.let {
        heading(R.string.result)
        text(it)
    }
    if (screen.eligibility.isNotEmpty()) heading(R.string.eligibility)
    list(screen.eligibility)
}

private fun Page.drawDeadlines(terms: List<DeadlineView>) {
    if (terms.isEmpty()) return
    heading(R.string.deadlines)
    terms.forEach { drawDeadline(it) }
}

private fun Page.drawRights(screen: ProcedureScreen) {
    if (screen.mistakes.isNotEmpty()) heading(R.string.mistakes)
    list(screen.mistakes)
    if (screen.rights.isNotEmpty()) heading(R.string.rights)
    list(screen.rights)
    screen.appeal?.let {
        heading(R.string.appeal)
        text(it)
    }
    screen.scam?.let {
        heading(R.string.scam)
        notice(it, R.style.Text_Notice_Warn)
    }
    screen.contact?.let {
        heading(R.string.contact)
        drawContact(it)
    }
}

private fun Page.drawBackground(screen: ProcedureScreen) {
    if (screen.freshness.reservations.isNotEmpty()) heading(R.string.doubts)
    list(screen.freshness.reservations)
    screen.officialUrl?.let {
        heading(R.string.official_page)
        open(it)
    }
    if (screen.terms.isNotEmpty()) fold(R.string.glossary) { screen.terms.forEach { card { drawTerm(it) } } }
    if (screen.norms.isNotEmpty()) fold(R.string.norms) { screen.norms.forEach { italian(it, R.style.Text_Small) } }
    if (screen.sources.isNotEmpty()) fold(R.string.sources) { screen.sources.forEach { drawSource(it) } }
}

private fun Page.drawSource(source: SourceView) {
    italian(source.title, R.style.Text_Small, R.dimen.space_3)
    open(source.url)
}

/** A word of the offices. */
fun Page.drawTerm(term: TermView) {
    heading(italian(term.acronym?.let { "${term.nameIt} ($it)" } ?: term.nameIt, R.style.Text_Label))
    if (term.name.plainWords() != term.nameIt) text(term.name, R.style.Text_Strong)
    text(term.definition, gap = R.dimen.space_2)
    named(R.string.say_it, term.say)
    named(R.string.example, term.example)
}
