package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.DeadlineView
import org.tutticittadini.core.ProcedureScreen
import org.tutticittadini.core.TermView
import org.tutticittadini.core.TreeCard

/** A procedure, from its title to its sources. */
fun Page.drawProcedure(screen: ProcedureScreen) = explaining(screen.terms).run {
    drawTop(screen)
    drawAbout(screen)
    heading(labels.headings.costs)
    text(screen.total.text)
    drawDeadlines(screen.deadlines)
    heading(labels.headings.steps)
    screen.steps.forEach { drawStep(it) }
    drawRights(screen)
    drawBackground(screen)
}

private fun Page.drawTop(screen: ProcedureScreen) {
    title(screen.title)
    beside(screen.title, screen.titleIt)
    screen.replacedBy?.let { successor ->
        button(labels.actions.successor, R.drawable.ic_web) { taps.procedure(successor) }
    }
    notice(screen.needsUpdate, R.style.Text_Notice_Warn)
    drawTranslation(screen.translation)
    drawFreshness(screen.freshness)
}

private fun Page.drawAbout(screen: ProcedureScreen) {
    text(screen.short, gap = R.dimen.space_3)
    screen.tree?.let { drawIsItForMe(it) }
    if (screen.deadlines.isNotEmpty() || screen.steps.any { it.deadlines.isNotEmpty() }) {
        button(labels.actions.enterDates, R.drawable.ic_day) { taps.dates(screen.id) }
    }
    screen.whoFor?.let {
        heading(labels.headings.whoFor)
        text(it)
    }
    screen.result?.let {
        heading(labels.headings.result)
        text(it)
    }
    if (screen.eligibility.isNotEmpty()) heading(labels.headings.eligibility)
    list(screen.eligibility)
}

/** The way to the questions that find out whether it is for the reader. */
private fun Page.drawIsItForMe(tree: TreeCard) = card({ taps.questions(tree.id) }) {
    text(labels.actions.isItForMe, R.style.Text_Card)
    text(tree.title)
    drawTranslation(tree.translation)
    drawAge(tree.freshness)
}

private fun Page.drawDeadlines(terms: List<DeadlineView>) {
    if (terms.isEmpty()) return
    heading(labels.headings.deadlines)
    terms.forEach { drawDeadline(it) }
}

private fun Page.drawRights(screen: ProcedureScreen) {
    if (screen.mistakes.isNotEmpty()) heading(labels.headings.mistakes)
    list(screen.mistakes)
    if (screen.rights.isNotEmpty()) heading(labels.headings.rights)
    list(screen.rights)
    screen.appeal?.let {
        heading(labels.headings.appeal)
        text(it)
    }
    screen.scam?.let {
        heading(labels.headings.scam)
        notice(it, R.style.Text_Notice_Warn)
    }
    screen.contact?.let {
        heading(labels.headings.contact)
        drawContact(it)
    }
}

private fun Page.drawBackground(screen: ProcedureScreen) {
    drawReservations(screen.freshness)
    screen.officialUrl?.let {
        heading(labels.details.officialPage)
        open(it)
    }
    drawGlossary(screen.terms)
    if (screen.norms.isNotEmpty()) {
        fold(labels.headings.norms) { screen.norms.forEach { italian(it, R.style.Text_Small) } }
    }
    drawSources(screen.sources)
}

/** The words that a page explains, behind a button. */
internal fun Page.drawGlossary(terms: List<TermView>) {
    if (terms.isNotEmpty()) fold(labels.headings.glossary) { terms.forEach { card { drawTerm(it) } } }
}

/** A word of the offices. */
fun Page.drawTerm(term: TermView) {
    val acronym = term.acronym?.takeIf { it !in term.nameIt }
    heading(italian(acronym?.let { "${term.nameIt} ($it)" } ?: term.nameIt, R.style.Text_Label))
    if (term.name.plainWords() != term.nameIt) text(term.name, R.style.Text_Strong)
    text(term.definition, gap = R.dimen.space_2)
    named(labels.details.sayIt, term.say)
    named(labels.details.example, term.example)
}
