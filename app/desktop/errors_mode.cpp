// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/errors_mode.h"

#include "app/desktop/error_words.h"
#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "views/panels/panel_scroll.h"
#include "views/panels/pill_button.h"
#include "views/theme/number_format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QThread>
#include <QVBoxLayout>

namespace supernode {

ErrorsMode::ErrorsMode(QWidget* parent) : QWidget(parent), m_facts(builtinFacts()) {
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(space::edge, space::wide, space::edge, space::wide);
    page->setSpacing(space::wide);
    page->addWidget(buildHead());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::wide);
    columns->addWidget(buildColumn(m_predicted, m_predictedRows), 5);
    columns->addWidget(buildColumn(m_fitted, m_fittedRows), 5);
    columns->addWidget(buildDetail(), 3);
    page->addLayout(columns, 1);
}

QWidget* ErrorsMode::buildHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    m_headline = makeLabel(tr("Asking the model for every published result …"), "large");
    m_summary = makeLabel({}, "body", "dim");
    m_summary->setWordWrap(true);
    column->addWidget(m_headline);
    column->addWidget(m_summary);
    return head;
}

QWidget* ErrorsMode::buildColumn(QLabel*& title, QVBoxLayout*& rows) {
    auto* card = new QFrame;
    card->setProperty("surface", "card");
    auto* scroll = new PanelScroll(card, {space::unit, space::wide, space::unit, space::wide});
    title = makeLabel({}, "strong");
    title->setWordWrap(true);
    title->setContentsMargins(space::unit, 0, 0, space::unit);
    rows = scroll->column();
    rows->setSpacing(0);
    rows->addWidget(title);
    return card;
}

QWidget* ErrorsMode::buildDetail() {
    auto* card = new QFrame;
    card->setProperty("surface", "card");
    card->setMinimumWidth(240);
    auto* scroll = new PanelScroll(card, {space::wide, space::wide, space::wide, space::wide});
    m_detailTitle = makeLabel({}, "strong");
    m_detail = makeLabel({}, "body");
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_detail->setOpenExternalLinks(true);
    for (QLabel* label : {m_detailTitle, m_detail}) {
        label->setWordWrap(true);
        scroll->column()->addWidget(label);
    }
    m_open = new PillButton(tr("Open this workload"));
    m_open->setToolTip(tr("In Explore, on its machine"));
    scroll->column()->addSpacing(space::unit);
    scroll->column()->addWidget(m_open);
    scroll->column()->addStretch(1);
    m_open->setEnabled(false);
    connect(m_open, &PillButton::clicked, this, [this] {
        const PublishedCase& c = m_results[m_chosen].published;
        // A case that ran names a model that there is.
        emit openRequested(*withModel(Scenario{builtinSystem(c.system), {}, *c.workload}));
    });
    return card;
}

void ErrorsMode::setActive(bool active) {
    if (!active || m_isAsked)
        return;
    m_isAsked = true;
    m_running.ask([this](const std::stop_token&) -> NewestWork::Deliver {
        return [this, results = worstFirst(runCases(builtinCases()))] { receive(results); };
    });
}

void ErrorsMode::waitForAnswer() { m_running.waitForAnswer(); }

void ErrorsMode::receive(std::vector<CaseResult> results) {
    m_results = std::move(results);
    showSummary();
    for (std::size_t i = 0; i < m_results.size(); ++i)
        addRow(m_results[i], i);
    m_predictedRows->addStretch(1);
    m_fittedRows->addStretch(1);
    if (!m_results.empty())
        choose(0);
}

void ErrorsMode::showSummary() {
    const CaseSummary all = summaryOf(m_results);
    m_headline->setText(tr("Half of %1 published results are met within %2; %3 are within their tolerance")
                            .arg(all.cases)
                            .arg(percent(all.medianError))
                            .arg(all.within));
    const auto median = [&](CaseRole role) {
        const std::optional<double> error = medianError(m_results, role);
        return error ? percent(*error) : tr("none");
    };
    m_summary->setText(
        tr("Median error of predictions %1, of what constants were fitted to %2. The middle of "
           "each scale is the published value, the band its tolerance; scales end at %3.")
            .arg(median(CaseRole::Prediction), median(CaseRole::Calibration), percent(ErrorRow::scaleEnd)));
    m_predicted->setText(tr("Predicted: nothing was fitted to these"));
    m_fitted->setText(
        tr("Calibrated, and identities: constants were fitted to these, or arithmetic decides"));
}

void ErrorsMode::addRow(const CaseResult& result, std::size_t index) {
    const SystemPtr system = builtinSystem(result.published.system);
    auto* row = new ErrorRow(viewOf(result, system.get()));
    const bool predicted = result.published.role == CaseRole::Prediction;
    (predicted ? m_predictedRows : m_fittedRows)->addWidget(row);
    m_rows.push_back(row);
    connect(row, &QAbstractButton::clicked, this, [this, index] { choose(index); });
}

void ErrorsMode::choose(std::size_t index) {
    m_chosen = index;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setChecked(i == index);
    m_detailTitle->setText(m_rows[index]->view().title);
    m_detail->setText(QStringLiteral("<p style=\"margin:0 0 12px 0\">%1</p>")
                          .arg(m_rows[index]->view().subtitle.toHtmlEscaped()) +
                      detailOf(m_results[index], m_facts));
    m_open->setEnabled(m_results[index].ran());
}

QString ErrorsMode::headline() const { return m_headline->text(); }

QString ErrorsMode::detail() const { return m_detail->text(); }

} // namespace supernode
