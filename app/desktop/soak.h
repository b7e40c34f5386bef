// SPDX-License-Identifier: GPL-3.0-or-later
// Hands that never rest: while it lives, the window is worked as a crowd of visitors would.
//
// One act after the other, the same each time: selects, fails and takes back, changes views,
// turns the camera, scrubs. For the watchdog of --smoke and for tests.
// Ownership: neither window nor session. Thread: GUI. Promise: it leaves the question as it found it.
// [SoakTest.LeavesTheQuestionAsItFoundIt]
#pragma once

#include "app/desktop/main_window.h"
#include "model/scenario/scenario.h"

#include <QTimer>

namespace supernode {

class Soak : public QObject {
    Q_OBJECT

public:
    Soak(MainWindow& window, Session& session);
    ~Soak() override;
    int acts() const { return m_acts; }
    // Longest time that one act took itself, and which it was.
    double longestMilliseconds() const { return m_longest; }
    const char* longestAct() const { return m_longestAct; }
    void act(); // the next one

private:
    void actInExplore(int which);
    MainWindow& m_window;
    Session& m_session;
    Scenario m_before;
    QTimer m_beat;
    int m_acts = 0;
    double m_longest = 0;
    const char* m_longestAct = "";
};

} // namespace supernode
