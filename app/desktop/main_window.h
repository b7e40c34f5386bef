// SPDX-License-Identifier: GPL-3.0-or-later
// The one window: modes at the top, one of them shown, undo and redo, a line for what was refused.
//
// Thread: GUI.
#pragma once

#include "app/desktop/arguments.h"
#include "app/desktop/session.h"
#include "app/desktop/sweep_runner.h"
#include "views/scene/hall_view.h"

#include <QKeySequence>
#include <QList>
#include <QMainWindow>
#include <QTimer>

#include <functional>

class QLayout;
class QStackedWidget;

namespace supernode {

class CompareMode;
class ErrorsMode;
class ExploreMode;
class Keeper;
class NoticeBar;
class PillButton;
class SearchBox;
class Segmented;
class Sheet;
class ShortcutSheet;
class StartScreen;
class WhatIf;

// Something that the window can do: in the palette, on the sheet of keys, and by its key.
struct WindowCommand {
    QString group, title;     // in the current language
    QList<QKeySequence> keys; // the first is told
    std::function<void()> run;
    bool onlyExplore = false; // acts on what only Explore shows
};

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum class Mode { Explore, Compare, Errors };

    MainWindow(Session& session, HostChoice renderer);

    void setMode(Mode mode);
    Mode mode() const;
    ExploreMode& explore() { return *m_explore; }
    CompareMode& compare() { return *m_compare; }
    ErrorsMode& errors() { return *m_errors; }
    NoticeBar& notice() { return *m_notice; }
    PillButton* undoButton() const { return m_undo; }
    PillButton* redoButton() const { return m_redo; }
    PillButton* stepsButton() const { return m_steps; }
    PillButton* takeHomeButton() const { return m_takeHome; }
    // A scenario file or preset; one that is refused is told of, and nothing else changes.
    // Promise: a bad file leaves the window as it was.
    // [MainWindowTest.ABadFileIsToldAndTheWindowKeepsItsState]
    void openFile(const QString& path);
    // Whole or not at all, and what went wrong is told.
    // Promise: what is saved is what is opened. [WhatIfTest.WhatIsSavedIsWhatIsOpened]
    void saveFile(const QString& path);
    // The machine with all that is set, as a system file.
    void saveMachine(const QString& path);
    // From now on the session is kept; what a dead one left is asked about, never forced.
    // Promise: a dead session comes back when one agrees. [WhatIfTest.ADeadSessionComesBackWhenOneAgrees]
    void setKeeper(Keeper* keeper); // not owned; null: nothing is kept
    Sheet& sheet() { return *m_sheet; }
    WhatIf& whatIf() { return *m_whatIf; }
    // All widgets anew, in the words of currentLanguage(); what is shown, selected and playing stays.
    // Promise: the language changes while everything stays where it was.
    // [MainWindowTest.AnotherLanguageKeepsSelectionMomentAndCamera]
    void rebuild();
    PillButton* languageButton() const { return m_language; }
    // Promise: every command has a title, and no two have one key.
    // [WindowCommands.AreNamedAndHaveKeysOfTheirOwn]
    std::vector<WindowCommand> commands();
    // The first sight over everything; Explore waits beneath it.
    void showStart();
    StartScreen& start() { return *m_start; }
    void find();                                 // asks for a name or a condition
    void showCommands();                         // the palette
    void showShortcuts();                        // the sheet of keys
    SearchBox& searchBox() { return *m_search; } // of both
    ShortcutSheet& shortcutSheet() { return *m_keySheet; }
    // Waits until the newest answer is shown; for pictures and tests.
    void settle();
    // The same state gives the same picture.
    QImage picture();
    std::vector<ExploreView*> shownViews(); // in the present mode
    std::vector<HallView*> halls();         // among them

protected:
    void contextMenuEvent(QContextMenuEvent* event) override; // of a chart: to save it
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QWidget* buildHeader();
    QLayout* buildActions();
    void changeLanguage();
    void showHistory();
    void buildSheet(QWidget* centre, QWidget* header);
    void buildStart();
    void wakeModes(); // the one that is shown, unless something covers it
    void askForFile();
    void askToSave();
    void askToSaveMachine();
    void askToSaveTable();
    void showOpenMenu();
    std::string history() const;
    bool keep(); // false, and told, when it could not be written
    void askAboutOrphan();
    void recover(const QString& file);
    void addShortcuts();
    bool fits(const WindowCommand& command) const { return !command.onlyExplore || mode() == Mode::Explore; }
    void addExploreCommands(std::vector<WindowCommand>& all);
    void addViewCommands(std::vector<WindowCommand>& all);
    void addScenarioCommands(std::vector<WindowCommand>& all);
    void savePicture();

    Session& m_session;
    HostChoice m_renderer;
    SweepRunner m_sweeps; // what it found stays when the language changes
    Segmented* m_modes = nullptr;
    PillButton *m_open = nullptr, *m_undo = nullptr, *m_redo = nullptr, *m_language = nullptr;
    PillButton *m_steps = nullptr, *m_takeHome = nullptr;
    Sheet* m_sheet = nullptr;
    WhatIf* m_whatIf = nullptr;
    Keeper* m_keeper = nullptr;
    QTimer m_keepSoon;
    QString m_orphan; // that is asked about
    NoticeBar* m_notice = nullptr;
    QStackedWidget* m_stack = nullptr;
    ExploreMode* m_explore = nullptr;
    CompareMode* m_compare = nullptr;
    ErrorsMode* m_errors = nullptr;
    SearchBox* m_search = nullptr;
    ShortcutSheet* m_keySheet = nullptr;
    StartScreen* m_start = nullptr;
};

} // namespace supernode
