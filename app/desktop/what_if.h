// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of the what-if: take it home, the steps, break many, what would help, find the best. Fills what
// is open from the session and turns what is asked there into changes of the session.
//
// Thread: GUI. Promise: a code that is typed opens what it holds. [WhatIfTest.ATypedCodeOpensWhatItHolds]
#pragma once

#include "app/desktop/researcher.h"
#include "app/desktop/session.h"
#include "app/desktop/sheet.h"

namespace supernode {

class BreakPanel;
class DegradationCard;
class FindBest;
class HelpPanel;
class HistoryPanel;
class SweepRunner;
class TakeHomePanel;

class WhatIf : public QObject {
    Q_OBJECT

public:
    enum Page : int { TakeHome, Steps, Break, Help, Best };
    // The pages go to the sheet.
    WhatIf(Session& session, Sheet& sheet, SweepRunner& sweeps);

    TakeHomePanel& takeHome() { return *m_takeHome; }
    HistoryPanel& steps() { return *m_steps; }
    BreakPanel& breaking() { return *m_break; }
    HelpPanel& help() { return *m_help; }
    FindBest& best() { return *m_best; }
    DegradationCard& curve() { return *m_card; }
    // Who clicks an element wants to read of it: a page that lies over the inspector closes.
    // Promise: a click in the scene brings the inspector back.
    // [SheetTest.AClickInTheSceneBringsTheInspectorBack]
    void giveWay();
    void waitForAnswer(); // until the help is shown, where it is asked for; for pictures and tests

signals:
    void opened(const supernode::Scenario& scenario); // a code was typed that the model answers
    void saveRequested();

private:
    void connectPanels();
    void showPage();
    void showTakeHome();
    void showSteps();
    void showBreak();
    void dropCurve();
    void askForHelp();
    void showHelp(const Result<HelpList>& help);
    void openCode(const QString& code);

    Session& m_session;
    Sheet& m_sheet;
    Researcher m_researcher;
    TakeHomePanel* m_takeHome;
    HistoryPanel* m_steps;
    BreakPanel* m_break;
    HelpPanel* m_help;
    FindBest* m_best;
    DegradationCard* m_card;
    std::optional<HelpList> m_found;
    OutcomePtr m_helped; // what the help is for
    bool m_searching = false;
    std::optional<Scenario> m_curveOf; // the question that the curve belongs to
};

} // namespace supernode
