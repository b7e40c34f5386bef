// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/traffic_drawing.h"

#include "app/desktop/drawn_flows.h"
#include "views/panels/parameter_slider.h"
#include "views/panels/pill_button.h"
#include "views/panels/workload_table.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include <cmath>

namespace supernode {
namespace {

constexpr int leastPower = 10, mostPower = 34; // 1 KiB to 16 GiB
constexpr int usualPower = 26;                 // 64 MiB

QString sizeText(int power) { return byteSize(bytes(std::pow(2.0, power))); }

} // namespace

TrafficDrawing::TrafficDrawing(Session& session, QStackedWidget* views, QWidget* parent)
    : QFrame(parent), m_session(session), m_views(views), m_pad(new FlowPad(views)),
      m_toggle(new PillButton(tr("Draw traffic"), PillButton::Look::Quiet)),
      m_done(new PillButton(tr("Done"))), m_bytes(new ParameterSlider), m_sentence(makeLabel({}, "body")) {
    setProperty("surface", "why");
    m_toggle->setCheckable(true);
    m_toggle->setMinimumHeight(space::mainTarget);
    m_toggle->setToolTip(tr("Drag from one die, chip, node or rack to another: %1").arg("D"));
    m_bytes->setName(tr("Bytes of each flow"));
    m_bytes->setSteps(leastPower, mostPower, sizeText);
    m_bytes->setStep(usualPower);
    m_bytes->setFixedWidth(220);
    m_sentence->setWordWrap(true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::wide, space::half, space::wide, space::half);
    line->setSpacing(space::wide);
    line->addWidget(m_bytes);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_done);
    connect(m_toggle, &QAbstractButton::clicked, this, [this] { setOn(!isOn()); });
    connect(m_done, &QAbstractButton::clicked, this, [this] { setOn(false); });
    connect(m_bytes, &ParameterSlider::moved, m_bytes, &ParameterSlider::setStep);
    connect(m_bytes, &ParameterSlider::typed, this, [this](const QString& text) {
        for (int power = leastPower; power <= mostPower; ++power)
            if (sizeText(power)
                    .remove(QChar(0x2009))
                    .compare(QString(text).remove(' ').remove(QChar(0x2009)), Qt::CaseInsensitive) == 0)
                m_bytes->setStep(power);
    });
    connect(m_pad, &FlowPad::drawn, this, &TrafficDrawing::draw);
    m_pad->setNamer([this](ElementId element) {
        const OutcomePtr outcome = m_session.outcome();
        return outcome ? word(outcome->fabric->name(element)) : QString();
    });
    connect(m_views, &QStackedWidget::currentChanged, this, [this] { setOn(isOn()); });
    connect(&m_session, &Session::answered, this, &TrafficDrawing::showSentence);
    hide();
}

void TrafficDrawing::setOn(bool on) {
    setVisible(on);
    m_note = Note::None;
    m_toggle->setChecked(on);
    m_toggle->setText(on ? tr("Drawing…") : tr("Draw traffic"));
    m_pad->setView(qobject_cast<ExploreView*>(m_views->currentWidget()));
    m_pad->setVisible(on);
    m_pad->raise();
    if (on)
        emit turnedOn();
    showSentence();
}

Bytes TrafficDrawing::chosen() const { return supernode::bytes(std::pow(2.0, m_bytes->step())); }

// Stands in the strip, so that nothing on screen moves away under the hand.
void TrafficDrawing::showSentence() {
    const Workload& workload = m_session.scenario().workload;
    const auto* drawn = std::get_if<Flows>(&workload);
    const std::vector<WorkloadRow> rows = workloadRows();
    const WorkloadRow* row = rowOf(rows, workload);
    const QString how = tr("Drag from one die, chip, node or rack to another.");
    const QString name = row ? row->title : word(std::string(kindOf(workload)));
    const QString count = drawn ? tr("%n flows are drawn.", "", static_cast<int>(drawn->list.size()))
                                : tr("The first flow takes the place of %1; undo brings it back.").arg(name);
    m_sentence->setText(m_note == Note::Refused ? m_refusal
                        : m_note == Note::Replaced && drawn
                            ? count + " " + tr("They took the place of the work before; undo brings it back.")
                            : how + " " + count);
}

QString TrafficDrawing::sentence() const { return m_sentence->text(); }

void TrafficDrawing::draw(const std::vector<std::pair<ElementId, ElementId>>& strokes) {
    const OutcomePtr outcome = m_session.outcome();
    if (!outcome)
        return;
    const Result<Scenario> next = withStrokes(m_session.scenario(), *outcome->fabric, strokes, chosen());
    m_note = !next                                                          ? Note::Refused
             : std::holds_alternative<Flows>(m_session.scenario().workload) ? Note::None
                                                                            : Note::Replaced;
    m_refusal = next ? QString() : capitalized(QString::fromStdString(toSentence(next.issues().front())));
    showSentence();
    if (!next)
        return;
    const QString text = strokes.size() == 1 ? strokeText(*outcome->fabric, strokes.front())
                                             : tr("%n pairs painted", "", static_cast<int>(strokes.size()));
    m_session.change(*next, text);
}

} // namespace supernode
