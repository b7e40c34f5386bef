// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/group_placing.h"

#include "model/fabric/chip_order.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>

#include <cmath>
#include <map>

namespace supernode {
namespace {

constexpr int followEvery = 120; // ms

// Neighbours differ; the hues go round with the golden section.
QColor bandColour(std::size_t i) {
    return QColor::fromHsvF(std::fmod(0.11f + 0.618034f * static_cast<float>(i), 1.0f), 0.75f, 0.95f);
}

} // namespace

GroupPlacing::GroupPlacing(Session& session, QStackedWidget* views, QWidget* parent)
    : QFrame(parent), m_session(session), m_views(views), m_pad(new FlowPad(views)),
      m_toggle(new PillButton(tr("Place groups"), PillButton::Look::Quiet)),
      m_done(new PillButton(tr("Done"))), m_kinds(new Segmented(Segmented::Look::Track)),
      m_sentence(makeLabel({}, "body")) {
    setProperty("surface", "why");
    m_toggle->setCheckable(true);
    m_toggle->setMinimumHeight(space::mainTarget);
    m_toggle->setToolTip(tr("Drag work from one node or rack to another: %1").arg("G"));
    m_toggle->hide();
    m_kinds->setAccessibleName(tr("What a drag moves"));
    m_sentence->setWordWrap(true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::wide, space::half, space::wide, space::half);
    line->setSpacing(space::wide);
    line->addWidget(m_kinds);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_done);
    connect(m_toggle, &QAbstractButton::clicked, this, [this] { setOn(!isOn()); });
    connect(m_done, &QAbstractButton::clicked, this, [this] { setOn(false); });
    connect(m_kinds, &Segmented::chosen, this, [this](int index) {
        m_kinds->setCurrent(index);
        m_note.clear();
        showSentence();
        m_pad->update();
    });
    connect(m_pad, &FlowPad::drawn, this, &GroupPlacing::drag);
    m_pad->setAccessibleName(tr("Place groups"));
    m_pad->setNamer([this](ElementId element) { return bandName(element); });
    m_pad->setBackdrop([this](QPainter& painter) { paintBands(painter); });
    connect(m_views, &QStackedWidget::currentChanged, this, [this] { setOn(isOn()); });
    connect(&m_session, &Session::answered, this, &GroupPlacing::showAnswer);
    connect(&m_session, &Session::refused, this, [this](const QString& sentence) {
        if (isOn()) {
            m_note = capitalized(sentence);
            showSentence();
        }
    });
    m_follow.setInterval(followEvery);
    connect(&m_follow, &QTimer::timeout, m_pad, qOverload<>(&QWidget::update));
    hide();
}

bool GroupPlacing::copies() const {
    const OutcomePtr outcome = m_session.outcome();
    return outcome && !outcome->experts.empty();
}

Dragged GroupPlacing::what() const {
    const auto at = static_cast<std::size_t>(std::max(0, m_kinds->current()));
    return at < m_shown.size() ? m_shown[at] : Dragged::Whole;
}

void GroupPlacing::setOn(bool on) {
    on = on && m_session.outcome() && !(m_session.outcome()->groups.empty() && !copies());
    setVisible(on);
    m_note.clear();
    m_toggle->setChecked(on);
    m_pad->setView(qobject_cast<ExploreView*>(m_views->currentWidget()));
    m_pad->setVisible(on);
    m_pad->raise();
    if (on) {
        m_follow.start();
        emit turnedOn();
    } else {
        m_follow.stop();
    }
    showSentence();
}

void GroupPlacing::showAnswer() {
    const OutcomePtr outcome = m_session.outcome();
    const std::vector<Dragged> kinds = draggable(*outcome);
    m_toggle->setVisible(!kinds.empty() || copies());
    m_toggle->setText(copies() ? tr("Place experts") : tr("Place groups"));
    if (kinds != m_shown) {
        m_shown = kinds;
        const bool stages = !outcome->groups.empty() && outcome->groups.front().kind == GroupKind::Stage;
        QStringList titles;
        for (const Dragged kind : kinds)
            titles << (kind == Dragged::Expert   ? tr("Expert groups")
                       : kind == Dragged::Tensor ? tr("Tensor groups")
                       : kind == Dragged::Node   ? tr("Nodes")
                       : stages                  ? tr("Stages")
                                                 : tr("Instances"));
        m_kinds->setOptions(titles);
        m_kinds->setCurrent(0);
    }
    m_kinds->setVisible(m_shown.size() > 1);
    if (isOn() && m_shown.empty() && !copies())
        setOn(false);
    showSentence();
    m_pad->update();
}

// Stands in the strip, so that nothing on screen moves away under the hand.
void GroupPlacing::showSentence() {
    const QString how =
        copies()
            ? tr("Drag from a hot die to another: a copy of its hottest expert stands there and takes its "
                 "part of the tokens.")
            : tr("Drag a coloured band to another node or rack: it changes places with what stands there.");
    m_sentence->setText(m_note.isEmpty() ? how : m_note);
}

QString GroupPlacing::sentence() const { return m_sentence->text(); }

QString GroupPlacing::bandName(ElementId element) const {
    const OutcomePtr outcome = m_session.outcome();
    if (!outcome || !element.valid())
        return {};
    const QString name = word(outcome->fabric->name(element));
    const Element e = outcome->fabric->element(element);
    if (copies()) {
        const ExpertRank* rank = e.kind == ElementKind::Endpoint || e.kind == ElementKind::Chip
                                     ? outcome->expertsOn(e.index)
                                     : nullptr;
        return rank && e.kind == ElementKind::Endpoint ? tr("%1: %2 × mean").arg(name, modelled(rank->load))
                                                       : name;
    }
    const PlacedGroup* const group = what() == Dragged::Node ? nullptr : groupAt(*outcome, what(), element);
    return group ? name + QStringLiteral(" · ") + word(group->name) : name;
}

void GroupPlacing::drag(const std::vector<std::pair<ElementId, ElementId>>& strokes) {
    const OutcomePtr outcome = m_session.outcome();
    if (!outcome || strokes.empty())
        return;
    const auto& [from, onto] = strokes.back();
    const Scenario& now = m_session.scenario();
    apply(copies() ? withExpertCopy(now, *outcome, from, onto) : withDrop(now, *outcome, what(), from, onto),
          copies() ? tr("expert copied") : tr("%1 placed elsewhere").arg(bandName(from)));
}

void GroupPlacing::copyExpert(ElementId hot) {
    const OutcomePtr outcome = m_session.outcome();
    if (!outcome)
        return;
    const Scenario& now = m_session.scenario();
    apply(copies() ? withExpertCopy(now, *outcome, hot) : withOneMoreExpert(now, *outcome),
          copies() ? tr("expert copied") : tr("one more expert on each die"));
}

void GroupPlacing::apply(const Result<Scenario>& next, const QString& text) {
    m_note = next ? QString() : capitalized(QString::fromStdString(toSentence(next.issues().front())));
    showSentence();
    if (next)
        m_session.change(*next, text);
    else if (!isOn())
        emit m_session.refused(m_note);
}

// Each group in its colour over the chips it stands on, where the view says where they are.
void GroupPlacing::paintBands(QPainter& painter) const {
    const OutcomePtr outcome = m_session.outcome();
    const auto* view = qobject_cast<const ExploreView*>(m_views->currentWidget());
    if (!outcome || !view || what() == Dragged::Node)
        return;
    const Fabric& fabric = *outcome->fabric;
    const auto perChip = static_cast<std::uint32_t>(fabric.system().endpointsPerChip());
    std::map<std::uint32_t, bool> seen; // nodes
    const GroupKind kind = what() == Dragged::Expert   ? GroupKind::Expert
                           : what() == Dragged::Tensor ? GroupKind::Tensor
                           : outcome->groups.empty()   ? GroupKind::Instance
                                                       : outcome->groups.front().kind;
    std::size_t number = 0;
    painter.save();
    for (const PlacedGroup& group : outcome->groups) {
        if (group.kind != kind)
            continue;
        QColor colour = bandColour(number++);
        painter.setPen(QPen(colour, 1));
        colour.setAlphaF(0.42f);
        painter.setBrush(colour);
        std::uint32_t last = fabric.system().chips() + 0u;
        for (const std::uint32_t endpoint : group.endpoints) {
            const std::uint32_t chip = endpoint / perChip;
            if (std::exchange(last, chip) == chip)
                continue;
            const ElementId id = fabric.id(ElementKind::Chip, chip);
            const ElementId node = fabric.element(id).parent;
            if (const auto [known, fresh] = seen.try_emplace(node.value, false); fresh)
                known->second = view->areaOf(node).has_value();
            if (const auto area = seen[node.value] ? view->areaOf(id) : std::nullopt)
                painter.drawRect(*area);
        }
    }
    painter.restore();
}

} // namespace supernode
