//! What the answers to a question tree come to, and always somebody to talk to.

use super::Reading;
use super::home::DESK;
use super::triage::purpose_slug;
use crate::Result;
use crate::l10n::messages;
use crate::model::{Contact, ContactKind, Node, Office, Procedure, Tree, Verdict};
use crate::screens::{
    ContactView, OfficeView, ProcedureCard, ServiceView, TriageContact, TriageOutcome,
};

/// What an outcome of a tree names.
#[derive(Default)]
struct Named<'t> {
    verdict: Verdict,
    procedures: &'t [String],
    services: &'t [String],
    contacts: &'t [String],
    office_types: &'t [String],
}

impl Reading<'_> {
    /// An outcome of a tree; without one, what is said where the tree could not be followed to an end.
    pub(super) fn outcome(&self, tree: &Tree, node: Option<&str>) -> Result<TriageOutcome> {
        let named = match node.and_then(|node| tree.nodes.get(node)) {
            Some(Node::Outcome { verdict, procedures, services, contacts, office_types }) => {
                Named { verdict: *verdict, procedures, services, contacts, office_types }
            }
            _ => Named::default(),
        };
        let text = match node {
            Some(node) => self.text(&tree.meta.id, &format!("{node}.text"))?,
            None => None,
        };
        let slug = verdict_slug(named.verdict);
        let decides = matches!(named.verdict, Verdict::LikelyYes | Verdict::LikelyNo);
        let services = self.services_named(named.services)?;
        let mut offices = self.offices_named(&named, &services)?;
        let (mut answering, mut others) = self.contacts_named(&named, &services)?;
        let contact = self.somebody(named.verdict, &mut offices, &mut answering)?;
        answering.append(&mut others);
        Ok(TriageOutcome {
            id: node.map(str::to_owned),
            verdict: slug.to_owned(),
            verdict_text: self.say(&messages::triage_verdict(purpose_slug(tree.purpose), slug)),
            caution: decides.then(|| self.say(&messages::triage_caution())),
            text: text.unwrap_or_else(|| self.say(&messages::triage_unknown())),
            procedures: self.procedures_named(named.procedures)?,
            services,
            contact,
            contacts: answering,
            offices,
            needs_update: node.is_none().then(|| self.say(&messages::needs_update())),
        })
    }

    fn procedures_named(&self, ids: &[String]) -> Result<Vec<ProcedureCard>> {
        let mut cards = Vec::new();
        for id in ids {
            if let Some(procedure) = self.item::<Procedure>("procedure", id)?
                && self.is_for_reader(&procedure.meta)
            {
                cards.push(self.card(&procedure)?);
            }
        }
        Ok(cards)
    }

    fn services_named(&self, ids: &[String]) -> Result<Vec<ServiceView>> {
        let mut services = Vec::new();
        for id in ids {
            services.extend(self.service(id)?);
        }
        Ok(services)
    }

    /// The offices of the reader's municipality that an outcome names, by their type or through a service; each once.
    fn offices_named(
        &self,
        named: &Named<'_>,
        services: &[ServiceView],
    ) -> Result<Vec<OfficeView>> {
        let mut offices: Vec<OfficeView> = Vec::new();
        for office_type in named.office_types {
            offices.extend_from_slice(&self.offices_of_type(office_type)?);
        }
        offices.extend(services.iter().flat_map(|service| &service.offices).cloned());
        let mut each: Vec<OfficeView> = Vec::new();
        for office in offices {
            if each.iter().all(|seen| seen.id != office.id) {
                each.push(office);
            }
        }
        Ok(each)
    }

    /// The contacts that an outcome names, also through a service: those where somebody answers, and those where nobody does.
    fn contacts_named(
        &self,
        named: &Named<'_>,
        services: &[ServiceView],
    ) -> Result<(Vec<ContactView>, Vec<ContactView>)> {
        let through = services.iter().flat_map(|service| &service.contacts).map(|found| &found.id);
        let mut seen: Vec<&String> = Vec::new();
        let (mut answering, mut others) = (Vec::new(), Vec::new());
        for id in named.contacts.iter().chain(through) {
            let Some(contact) = self.item::<Contact>("contact", id)? else { continue };
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            let view = self.contact_view(&contact)?;
            match contact.contact_kind {
                ContactKind::Web | ContactKind::Unknown => others.push(view),
                _ => answering.push(view),
            }
        }
        Ok((answering, others))
    }

    /// Takes out of the offices and contacts of an outcome those to turn to first: an office that can be called or found
    /// before one of which neither is known, and the first number or address. A number for emergencies is that only where
    /// it is urgent. Where nobody is left: the office that the territory says to ask, else a desk of the municipality, else
    /// any office, and at last the numbers for emergencies.
    fn somebody(
        &self,
        verdict: Verdict,
        offices: &mut Vec<OfficeView>,
        answering: &mut Vec<ContactView>,
    ) -> Result<Option<TriageContact>> {
        let reachable = |office: &OfficeView| office.phone.is_some() || office.address.is_some();
        let first = offices.iter().position(reachable).unwrap_or_default();
        let mut office = (first < offices.len()).then(|| offices.remove(first));
        let urgent = verdict == Verdict::Urgent;
        let first = answering.iter().position(|contact| urgent || !contact.emergency);
        let mut contact = first.map(|first| answering.remove(first));
        if office.is_none() && contact.is_none() {
            office = self.office_to_ask()?;
        }
        if office.is_none() && contact.is_none() {
            contact = self.emergency_contacts()?.into_iter().next();
        }
        let choose =
            self.municipality.is_none().then(|| self.say(&messages::choose_municipality()));
        Ok((office.is_some() || contact.is_some()).then_some(TriageContact {
            office,
            contact,
            choose_municipality: choose,
        }))
    }

    fn office_to_ask(&self) -> Result<Option<OfficeView>> {
        if let Some(territory) = &self.territory
            && let Some(office) = self.item::<Office>("office", &territory.ask)?
        {
            return self.office_view(&office).map(Some);
        }
        if let Some(desk) = self.offices_of_type(DESK)?.first() {
            return Ok(Some(desk.clone()));
        }
        self.all::<Office>("office")?.first().map(|office| self.office_view(office)).transpose()
    }
}

fn verdict_slug(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::LikelyYes => "likely_yes",
        Verdict::LikelyNo => "likely_no",
        Verdict::Urgent => "urgent",
        Verdict::AskDesk => "ask_desk",
    }
}
