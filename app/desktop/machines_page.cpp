// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/machines_page.h"

#include "app/desktop/compare_words.h"
#include "app/desktop/linked_halls.h"
#include "views/panels/painted.h"
#include "views/panels/pill_button.h"
#include "views/panels/segmented.h"
#include "views/panels/timeline_scale.h"
#include "views/theme/number_format.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace supernode {

MachinesPage::MachinesPage(HostChoice renderer, QWidget* parent) : QWidget(parent) {
    auto* views = new QHBoxLayout;
    views->setSpacing(space::wide);
    for (Side& side : m_sides)
        views->addWidget(buildSide(side, renderer), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(views, 1);
    column->addLayout(buildClock());
    connect(&m_playhead, &Playhead::moved, this, &MachinesPage::showMoment);
    m_link = new LinkedHalls(*m_sides[0].hall, *m_sides[1].hall, this);
    connect(m_link, &LinkedHalls::selected, this, [this] {
        for (int i = 0; i < 2; ++i)
            m_sides[static_cast<std::size_t>(i)].selected->setWholeText(m_link->selectionText(i));
    });
    connect(m_linkSwitch, &Segmented::chosen, this,
            [this](int index) { m_link->setLink(static_cast<LinkedHalls::Link>(index)); });
}

QWidget* MachinesPage::buildSide(Side& side, HostChoice renderer) {
    auto* card = new QFrame;
    card->setProperty("surface", "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, space::unit, 1, 1);
    side.title = makeLabel({}, "large");
    side.subtitle = makeElided({}, "body", "dim");
    side.time = makeLabel({}, "strong");
    side.selected = makeElided({}, "body");
    side.time->setAlignment(Qt::AlignRight);
    side.selected->setAlignment(Qt::AlignRight);
    side.hall = new HallView(renderer);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(side.title);
    names->addWidget(side.subtitle);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::wide, 0, space::wide, 0);
    auto* state = new QVBoxLayout;
    state->addWidget(side.time);
    state->addWidget(side.selected);
    head->addLayout(names, 2);
    head->addLayout(state, 1);
    column->addLayout(head);
    column->addWidget(side.hall, 1);
    return card;
}

QBoxLayout* MachinesPage::buildClock() {
    m_play = new SignButton(Sign::Play, tr("Play"));
    m_clock = makeElided({}, "body", "dim");
    m_fair = new PillButton(tr("Nearest fair comparison"), PillButton::Look::Quiet);
    m_fair->setToolTip(tr("The same work on no more ranks and chips than each machine has"));
    m_fair->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_play);
    m_linkSwitch = new Segmented(Segmented::Look::Track);
    m_linkSwitch->setOptions({tr("Linked"), tr("Apart")}); // as LinkedHalls::Link has them
    m_linkSwitch->setAccessibleName(tr("Camera and selection of both"));
    m_linkSwitch->setToolTip(tr("Linked: a turn or a choice in one machine is made in the other, too"));
    m_linkSwitch->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->setSpacing(space::wide);
    row->addWidget(m_clock, 1);
    row->addWidget(m_fair);
    row->addWidget(m_linkSwitch);
    connect(m_fair, &PillButton::clicked, this, &MachinesPage::fairAsked);
    connect(m_play, &SignButton::clicked, this, [this] { m_playhead.setPlaying(!m_playhead.isPlaying()); });
    connect(&m_playhead, &Playhead::playingChanged, this, [this](bool playing) {
        m_play->setSign(playing ? Sign::Pause : Sign::Play, playing ? tr("Pause") : tr("Play"));
        showMoment();
    });
    return row;
}

void MachinesPage::setMachines(const std::vector<BoardMachine>& machines, const QString& work) {
    Duration end;
    for (std::size_t i = 0; i < std::min(m_sides.size(), machines.size()); ++i) {
        m_sides[i].machine = machines[i];
        show(m_sides[i]);
        m_link->setOutcome(static_cast<int>(i), machines[i].outcome);
        if (m_sides[i].runs())
            end = std::max(end, machines[i].outcome->end);
    }
    m_playhead.setEnd(end);
    for (Side& side : m_sides)
        side.hall->setTimeScale(m_playhead.scale().base());
    m_clock->setWholeText(tr("One clock: %1. %2").arg(scaleSentence(m_playhead.scale()), work));
    m_pace = {}; // at once
    showMoment();
}

void MachinesPage::show(Side& side) {
    const Outcome& outcome = *side.machine->outcome;
    const SystemSpec& s = outcome.fabric->system();
    side.title->setText(side.machine->name);
    side.title->setStyleSheet(QString("color: %1").arg(currentTheme().readable(side.machine->colour).name()));
    const int racks = static_cast<int>(outcome.fabric->count(ElementKind::Rack));
    const QString switches = s.twoTier() ? tr("two tiers, %1 planes").arg(s.planes())
                                         : tr("one tier, %1 switch chips").arg(s.planes());
    const QString broken = whatIfText(outcome);
    side.subtitle->setWholeText(tr("%1 × %2 · %3 · %4")
                                    .arg(s.chips())
                                    .arg(QString::fromStdString(s.chip.name), switches,
                                         racks == 1 ? tr("1 rack") : tr("%1 racks").arg(racks)) +
                                (broken.isEmpty() ? QString() : QStringLiteral(" · ") + broken));
}

QString MachinesPage::timeText(int side) const {
    return m_sides[static_cast<std::size_t>(side)].time->text();
}

QString MachinesPage::momentText(const Side& side, const Side& other) const {
    const Outcome& outcome = *side.machine->outcome;
    if (!side.runs())
        return tr("cannot do this");
    if (outcome.undelivered.pairs > 0 && outcome.end.base() <= 0)
        return tr("nothing arrives");
    const bool isFirst = other.runs() && outcome.end < other.machine->outcome->end;
    if (m_playhead.time() >= outcome.end)
        return (isFirst ? tr("✓ first, done in %1") : tr("done in %1")).arg(modelledTime(outcome.end));
    return tr("%1 of %2").arg(modelledTime(m_playhead.time()), modelledTime(outcome.end));
}

void MachinesPage::showMoment() {
    const bool due = m_pace.isDue(m_playhead.isPlaying());
    for (Side& side : m_sides) {
        if (!side.machine)
            continue;
        side.hall->setTime(m_playhead.time());
        if (due)
            side.hall->catchUp();
        side.time->setText(momentText(side, &side == &m_sides[0] ? m_sides[1] : m_sides[0]));
    }
}

} // namespace supernode
