// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/curves_page.h"

#include "views/panels/segmented.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace supernode {

CurvesPage::CurvesPage(QWidget* parent) : QWidget(parent), m_subjects(new Segmented(Segmented::Look::Pills)) {
    QStringList names;
    for (const CurveSubject subject : curveSubjects)
        names << nameOf(subject);
    m_subjects->setOptions(names);
    m_subjects->setAccessibleName(tr("Subject"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_subjects);
    head->addWidget(
        makeElided(tr("Modelled; each machine with all that it has, as measured operations run. Point, touch "
                      "or arrow keys read out."),
                   "small", "dim"),
        1);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(space::wide);
    for (CurveCard*& card : m_cards)
        charts->addWidget(card = new CurveCard, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(head);
    column->addLayout(charts, 1);
    connect(m_subjects, &Segmented::chosen, this, [this](int index) {
        m_question.subject = curveSubjects[static_cast<std::size_t>(index)];
        ask();
    });
}

void CurvesPage::setMachines(std::vector<Scenario> machines) {
    for (Scenario& machine : machines)
        machine = {machine.system, machine.changes, Specification{}};
    m_question.machines = std::move(machines);
    ask();
}

void CurvesPage::setActive(bool active) {
    m_active = active;
    ask();
}

void CurvesPage::ask() {
    if (!m_active || m_question.machines.empty() || (m_asked && *m_asked == m_question))
        return;
    m_asked = m_question;
    m_working.ask([this, question = m_question](const std::stop_token&) -> NewestWork::Deliver {
        return [this, made = curvesOf(question.subject, question.machines)] { receive(made); };
    });
}

void CurvesPage::receive(const std::vector<CurveQuestion>& curves) {
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setQuestion(curves[i]);
}

void CurvesPage::waitForAnswer() { m_working.waitForAnswer(); }

} // namespace supernode
