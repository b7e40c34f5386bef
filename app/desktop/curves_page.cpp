// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/curves_page.h"

#include "app/desktop/chart_files.h"
#include "app/desktop/what_if_words.h"
#include "views/panels/painted.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace supernode {

CurvesPage::CurvesPage(QWidget* parent)
    : QWidget(parent), m_subjects(new Segmented(Segmented::Look::Pills)),
      m_parts(new Segmented(Segmented::Look::Track)) {
    QStringList names, parts;
    for (const CurveSubject subject : curveSubjects)
        names << nameOf(subject);
    m_subjects->setOptions(names);
    m_subjects->setAccessibleName(tr("Subject"));
    for (const char* part : wearingParts)
        parts << partTitle(part);
    m_parts->setOptions(parts);
    m_parts->setAccessibleName(tr("What fails"));
    m_parts->hide();
    auto* head = new QHBoxLayout;
    head->setSpacing(space::wide);
    head->addWidget(m_subjects);
    head->addWidget(m_parts);
    head->addWidget(
        makeElided(tr("Modelled; each machine with all that it has, as measured operations run. Point, touch "
                      "or arrow keys read out."),
                   "small", "dim"),
        1);
    auto* charts = new QHBoxLayout;
    charts->setSpacing(space::wide);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        CurveCard* const card = m_cards[i] = new CurveCard;
        m_saves[i] = makeSaveButton(*card);
        card->head()->addWidget(m_saves[i]);
        charts->addWidget(card, 1);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(head);
    column->addLayout(charts, 1);
    connect(m_subjects, &Segmented::chosen, this, [this](int index) {
        m_question.subject = curveSubjects[static_cast<std::size_t>(index)];
        m_parts->setVisible(m_question.subject == CurveSubject::Failures);
        ask();
    });
    connect(m_parts, &Segmented::chosen, this, [this](int index) {
        m_question.part = wearingParts[static_cast<std::size_t>(index)];
        ask();
    });
}

void CurvesPage::setMachines(std::vector<CurveMachine> machines) {
    for (CurveMachine& machine : machines) {
        const Scenario& whole = machine.scenario;
        machine.scenario = {whole.system, whole.changes, Specification{}};
    }
    m_question.machines = std::move(machines);
    ask();
}

void CurvesPage::setActive(bool active) {
    m_active = active;
    ask();
}

void CurvesPage::ask() {
    if (m_active)
        workOut();
}

void CurvesPage::workOut() {
    if (m_question.machines.empty() || (m_asked && *m_asked == m_question))
        return;
    if (!m_asked || m_asked->subject != m_question.subject || m_asked->part != m_question.part) {
        std::array<CurveQuestion, 2> waiting = questionsOf(m_question.subject, m_question.part);
        for (CurveQuestion& question : waiting)
            question.isWaiting = true;
        tell(waiting);
    }
    m_asked = m_question;
    m_working.ask([this, q = m_question](const std::stop_token& stop) -> NewestWork::Deliver {
        return [this, made = curvesOf(q.subject, q.part, q.machines, stop)] { tell(made); };
    });
}

void CurvesPage::tell(const std::array<CurveQuestion, 2>& curves) {
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setQuestion(curves[i]);
}

void CurvesPage::waitForAnswer() { m_working.waitForAnswer(); }

} // namespace supernode
