// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/soak.h"

#include "app/desktop/explore_mode.h"
#include "app/desktop/explore_views.h"

#include <QElapsedTimer>

namespace supernode {
namespace {

constexpr int beatMilliseconds = 60;
constexpr const char* names[] = {"another view", "select a node", "fail a plane", "turn the camera",
                                 "select a die", "scrub",         "come near",    "undo",
                                 "home",         "play"};

} // namespace

Soak::Soak(MainWindow& window, Session& session)
    : m_window(window), m_session(session), m_before(session.scenario()) {
    connect(&m_beat, &QTimer::timeout, this, &Soak::act);
    m_beat.start(beatMilliseconds);
}

Soak::~Soak() {
    m_beat.stop();
    m_session.open(m_before);
    m_session.waitForAnswer();
}

void Soak::act() {
    constexpr int kinds = 10;
    QElapsedTimer clock;
    clock.start();
    if (m_session.outcome())
        actInExplore(m_acts % kinds);
    if (const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6; took > m_longest) {
        m_longest = took;
        m_longestAct = names[m_acts % kinds];
    }
    ++m_acts;
}

void Soak::actInExplore(int which) {
    ExploreMode& explore = m_window.explore();
    const Fabric& fabric = *m_session.outcome()->fabric;
    const auto round = static_cast<std::size_t>(m_acts);
    const auto some = [&](ElementKind kind) { return fabric.id(kind, (round * 7) % fabric.count(kind)); };
    switch (which) {
    case 0:
        explore.showView((m_acts / 10) % static_cast<int>(exploreViews().size()));
        break;
    case 1:
        explore.selection().select(some(ElementKind::Node));
        break;
    case 2:
        m_session.failAll({some(ElementKind::Plane)});
        break;
    case 3:
        explore.hall().setCamera(orbited(explore.hall().camera(), 20, 3));
        break;
    case 4:
        explore.selection().select(some(ElementKind::Endpoint));
        break;
    case 5:
        explore.playhead().setTime(explore.playhead().end() * (static_cast<double>(round % 17) / 17));
        break;
    case 6:
        explore.view().focusOn(explore.selection().current());
        break;
    case 7:
        m_session.history().undo();
        break;
    case 8:
        explore.view().home();
        break;
    default:
        explore.playhead().setPlaying(true);
    }
}

} // namespace supernode
