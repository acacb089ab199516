package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.ServiceView
import org.tutticittadini.core.TriageContact
import org.tutticittadini.core.TriageOutcome

/** What the answers come to: how it looks, what to do, and somebody to talk to. */
internal fun Page.drawOutcome(outcome: TriageOutcome) {
    heading(notice(outcome.verdictText, verdictStyle(outcome.verdict)))
    notice(outcome.needsUpdate, R.style.Text_Notice_Warn)
    text(outcome.text, gap = R.dimen.space_3)
    text(outcome.caution, R.style.Text_Strong, R.dimen.space_2)
    outcome.contact?.let { drawSomebody(it) }
    if (outcome.procedures.isNotEmpty() || outcome.services.isNotEmpty()) heading(labels.headings.whatToDo)
    outcome.procedures.forEach { drawCard(it) }
    outcome.services.forEach { drawService(it) }
    if (outcome.contacts.isNotEmpty()) fold(labels.headings.contact) { outcome.contacts.forEach { drawContact(it) } }
    if (outcome.offices.isNotEmpty()) fold(labels.headings.whereToGo) { outcome.offices.forEach { drawOffice(it) } }
}

private fun verdictStyle(verdict: String): Int = when (verdict) {
    "urgent" -> R.style.Text_Notice_Alarm_Strong
    "likely_yes" -> R.style.Text_Notice_Quiet_Strong
    else -> R.style.Text_Notice_Warn_Strong
}

/** The number before the office: a call needs no way. */
private fun Page.drawSomebody(contact: TriageContact) {
    heading(labels.headings.contact)
    contact.contact?.let { drawContact(it) }
    contact.office?.let { drawOfficeShort(it) }
    drawChooseMunicipality(contact.chooseMunicipality)
}

/** What an organisation offers. */
internal fun Page.drawService(service: ServiceView) = card {
    heading(text(service.title, R.style.Text_Label))
    italian(service.organisation, R.style.Text_Small)
    chips(listOf(service.free))
    text(service.what, gap = R.dimen.space_2)
    text(service.forWhom)
    text(service.how, gap = R.dimen.space_2)
    text(service.cost)
    if (service.languages.isNotEmpty()) name(labels.details.languagesSpoken)
    service.languages.forEach { itself(it) }
    service.offices.forEach { drawOfficeOfStep(it, null) }
    service.contacts.forEach { drawContact(it) }
    drawDoubts(service.freshness)
}
