// SPDX-License-Identifier: GPL-3.0-or-later
// The first sight: the rings at work, the name, one question, three answers to begin with.
//
// It covers the window and is gone with any key, click or touch, which does nothing else. Its rings show the
// answer of the session. Ownership: a child of the window. Thread: GUI.
// Promise: any key and any touch goes on. [StartScreenTest.AnyKeyAndAnyTouchGoesOn]
// Promise: each choice leads where it says. [StartScreenTest.EachChoiceLeadsWhereItSays]
#pragma once

#include "app/desktop/pace.h"
#include "app/desktop/playhead.h"
#include "app/desktop/session.h"
#include "views/panels/painted.h"

#include <vector>

namespace supernode {

class FabricView;
class PillButton;

class StartScreen : public QWidget {
    Q_OBJECT

public:
    StartScreen(Session& session, QWidget* window);
    void open();
    void close();
    bool isOpen() const { return isVisible(); }
    const std::vector<PaintedButton*>& presets() const { return m_presets; }
    PillButton* exploreButton() const { return m_explore; }
    PillButton* compareButton() const { return m_compare; }
    PillButton* languageButton() const { return m_language; }
    FabricView& rings() { return *m_rings; }
    Playhead& playhead() { return m_playhead; }

signals:
    void presetChosen(const QString& id);
    void compareRequested();
    void languageRequested();
    void closed();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override; // of the window: its size
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildWords();
    void showAnswer();
    Session& m_session;
    Playhead m_playhead;
    Pace m_pace;
    FabricView* m_rings;
    QLabel* m_question = nullptr;
    std::vector<PaintedButton*> m_presets;
    PillButton *m_explore = nullptr, *m_compare = nullptr, *m_language = nullptr;
};

} // namespace supernode
