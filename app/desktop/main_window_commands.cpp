// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on the keyboard: everything that the window can do, by key, by name, and what can be found.
#include "app/desktop/chart_files.h"
#include "app/desktop/compare_mode.h"
#include "app/desktop/errors_mode.h"
#include "app/desktop/explore_mode.h"
#include "app/desktop/explore_views.h"
#include "app/desktop/group_placing.h"
#include "app/desktop/keeper.h"
#include "app/desktop/main_window.h"
#include "app/desktop/preset_words.h"
#include "app/desktop/sheet.h"
#include "app/desktop/start_screen.h"
#include "app/desktop/traffic_drawing.h"
#include "app/desktop/what_if.h"
#include "app/files/system_file.h"
#include "views/charts/run_strips.h"
#include "views/panels/find_query.h"
#include "views/panels/inspector.h"
#include "views/panels/notice_bar.h"
#include "views/panels/pill_button.h"
#include "views/panels/question_panel.h"
#include "views/panels/search_box.h"
#include "views/panels/segmented.h"
#include "views/panels/shortcut_sheet.h"
#include "views/theme/number_format.h"
#include "views/theme/words.h"

#include <QContextMenuEvent>
#include <QFileDialog>

namespace supernode {
namespace {

constexpr std::size_t mostFound = 60; // lines of the finder

} // namespace

std::vector<WindowCommand> MainWindow::commands() {
    const QString work = tr("Work");
    std::vector<WindowCommand> all{
        {work, tr("Open a scenario"), {QKeySequence::Open}, [this] { askForFile(); }},
        {work, tr("Save this scenario"), {QKeySequence::Save}, [this] { askToSave(); }},
        {work, tr("Save this machine"), {}, [this] { askToSaveMachine(); }},
        {work, tr("History"), {Qt::Key_H}, [this] { m_sheet->toggle(WhatIf::Steps); }},
        {work, tr("Take home"), {Qt::Key_T}, [this] { m_sheet->toggle(WhatIf::TakeHome); }},
        {work, tr("Find the best"), {Qt::Key_B}, [this] { m_sheet->toggle(WhatIf::Best); }},
        {work, tr("Undo"), {QKeySequence::Undo}, [this] { m_session.history().undo(); }},
        {work,
         tr("Redo"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
         [this] { m_session.history().redo(); }},
    };
    addExploreCommands(all);
    addViewCommands(all);
    addScenarioCommands(all);
    return all;
}

void MainWindow::contextMenuEvent(QContextMenuEvent* event) {
    QWidget* const chart = chartAt(childAt(event->pos()));
    if (!chart)
        return event->ignore();
    openChartMenu(*chart, event->globalPos(), [this](const QString& sentence) { m_notice->tell(sentence); });
}

void MainWindow::saveMachine(const QString& path) {
    const Result<SystemSpec> machine = ownMachine(m_session.scenario());
    const QString problem = machine ? writeWhole(path, writeSystem(*machine))
                                    : QString::fromStdString(toSentence(machine.issues().front()));
    m_notice->tell(problem.isEmpty() ? tr("Saved as %1").arg(path) : problem);
}

void MainWindow::askToSaveMachine() {
    QFileDialog dialog(this, tr("Save the machine"), QStringLiteral("machine.json"), tr("Machines (*.json)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix("json");
    if (dialog.exec() == QDialog::Accepted)
        saveMachine(dialog.selectedFiles().front());
}

void MainWindow::addExploreCommands(std::vector<WindowCommand>& all) {
    const QString time = tr("Time"), look = tr("Find and select");
    const auto faster = [this](int steps) { return [this, steps] { m_explore->setFaster(steps); }; };
    all.push_back({time, tr("Play or pause"), {Qt::Key_Space}, [this] {
                       if (mode() == Mode::Explore)
                           m_explore->togglePlaying();
                       else if (mode() == Mode::Compare)
                           m_compare->playhead().setPlaying(!m_compare->playhead().isPlaying());
                   }});
    all.push_back(
        {time, tr("To the next phase"), {Qt::Key_Right}, [this] { m_explore->stepInterval(1); }, true});
    all.push_back(
        {time, tr("To the phase before"), {Qt::Key_Left}, [this] { m_explore->stepInterval(-1); }, true});
    all.push_back({time, tr("Faster"), {Qt::Key_Plus, Qt::Key_Equal}, faster(1), true});
    all.push_back({time, tr("Slower"), {Qt::Key_Minus}, faster(-1), true});
    all.push_back({time,
                   tr("The last thirty seconds again"),
                   {Qt::Key_R},
                   [this] { m_explore->toggleReplay(); },
                   true});
    all.push_back({time,
                   tr("Show or hide the curves"),
                   {Qt::Key_C},
                   [this] { m_explore->showCurves(m_explore->curves().isHidden()); },
                   true});
    all.push_back(
        {look, tr("Find by name or condition"), {Qt::Key_Slash, QKeySequence::Find}, [this] { find(); }});
    all.push_back({look, tr("Close what lies over it, or select nothing"), {Qt::Key_Escape}, [this] {
                       if (m_sheet->page() >= 0)
                           m_sheet->close();
                       else if (mode() == Mode::Explore && m_explore->replay().isOn())
                           m_explore->replay().stop();
                       else if (mode() == Mode::Explore && m_explore->drawing().isOn())
                           m_explore->drawing().setOn(false);
                       else if (mode() == Mode::Explore && m_explore->placing().isOn())
                           m_explore->placing().setOn(false);
                       else if (mode() == Mode::Explore)
                           m_explore->selection().select({});
                   }});
    all.push_back({look,
                   tr("Come near to what is selected"),
                   {Qt::Key_F},
                   [this] { m_explore->view().focusOn(m_explore->selection().current()); },
                   true});
    all.push_back({look,
                   tr("Pin what is selected, or let it go"),
                   {Qt::Key_P},
                   [this] { m_explore->togglePin(m_explore->selection().current()); },
                   true});
    all.push_back({tr("Work"),
                   tr("Draw traffic, or stop it"),
                   {Qt::Key_D},
                   [this] { m_explore->drawing().setOn(!m_explore->drawing().isOn()); },
                   true});
    all.push_back({tr("Work"),
                   tr("Place groups, or stop it"),
                   {Qt::Key_G},
                   [this] { m_explore->placing().setOn(!m_explore->placing().isOn()); },
                   true});
    all.push_back({look, tr("All commands"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}, [this] {
                       showCommands();
                   }});
    all.push_back(
        {look, tr("All keys"), {Qt::Key_Question, QKeySequence(Qt::SHIFT | Qt::Key_Question)}, [this] {
             showShortcuts();
         }});
}

void MainWindow::addViewCommands(std::vector<WindowCommand>& all) {
    const QString look = tr("View");
    for (int i = 0; i < m_explore->viewSwitch().count(); ++i) {
        const QKeySequence keys(static_cast<int>(Qt::CTRL) | (static_cast<int>(Qt::Key_1) + i));
        all.push_back({look, m_explore->viewSwitch().option(i)->text(), {keys}, [this, i] {
                           setMode(Mode::Explore);
                           m_explore->showView(i);
                       }});
    }
    all.push_back({look, tr("The whole machine"), {Qt::Key_Home}, [this] {
                       for (ExploreView* view : shownViews())
                           view->home();
                   }});
    all.push_back({look, tr("Full screen"), {Qt::Key_F11}, [this] {
                       setWindowState(windowState() ^ Qt::WindowFullScreen);
                   }});
    all.push_back({look, tr("Save a picture"), {Qt::Key_F12}, [this] { savePicture(); }});
    const std::pair<QString, Mode> modes[] = {
        {tr("Explore"), Mode::Explore}, {tr("Compare"), Mode::Compare}, {tr("Our errors"), Mode::Errors}};
    for (const auto& [title, mode] : modes)
        all.push_back({look, title, {}, [this, m = mode] { setMode(m); }});
    all.push_back({look, m_language->text(), {}, [this] { changeLanguage(); }});
    all.push_back({look, tr("Start screen"), {}, [this] { showStart(); }});
}

// Only in the palette: what a button or a list of the window does.
void MainWindow::addScenarioCommands(std::vector<WindowCommand>& all) {
    const Inspection& shown = m_explore->inspector().inspection();
    const QString what = tr("What-if");
    if (shown.canFail)
        all.push_back(
            {what, shown.failed ? shown.restoreText : shown.failText + ": " + shown.title, {}, [this] {
                 m_explore->inspector().failButton()->click();
             }});
    all.push_back({what, tr("Take back all changes"), {}, [this] { m_session.resetChanges(); }});
    all.push_back({what, tr("Break many at random"), {}, [this] { m_sheet->toggle(WhatIf::Break); }});
    all.push_back({what, tr("What would help?"), {}, [this] { m_sheet->toggle(WhatIf::Help); }});
    for (const SystemPtr& system : m_session.systems())
        all.push_back({tr("Machine"), word(system->name), {}, [this, id = system->id] {
                           m_session.chooseSystem(QString::fromStdString(id));
                       }});
    for (const auto& preset : presetOptions())
        all.push_back(
            {tr("Scenario"), preset.title, {}, [this, name = preset.id] { m_session.openPreset(name); }});
}

void MainWindow::buildStart() {
    if (m_start) {
        m_start->hide();
        m_start->deleteLater(); // it may be asking for its other language
    }
    m_start = new StartScreen(m_session, this);
    connect(m_start, &StartScreen::closed, this, &MainWindow::wakeModes);
    connect(m_start, &StartScreen::presetChosen, this, [this](const QString& id) {
        setMode(Mode::Explore);
        m_session.openPreset(id);
    });
    connect(m_start, &StartScreen::compareRequested, this, [this] { setMode(Mode::Compare); });
    connect(m_start, &StartScreen::languageRequested, this, &MainWindow::changeLanguage);
}

void MainWindow::showStart() {
    m_start->open();
    wakeModes();
}

void MainWindow::wakeModes() {
    const bool covered = m_start->isOpen();
    m_explore->setActive(mode() == Mode::Explore && !covered);
    m_compare->setActive(mode() == Mode::Compare && !covered);
    m_errors->setActive(mode() == Mode::Errors && !covered);
}

void MainWindow::showCommands() {
    m_search->ask(tr("Commands"), tr("Type a part of a name"), [this](const QString& text) {
        std::vector<SearchBox::Item> items;
        for (const WindowCommand& command : commands()) {
            if (!fits(command))
                continue;
            const QString whole = command.group + " " + command.title;
            const QStringList parts = text.split(' ', Qt::SkipEmptyParts);
            if (!std::all_of(parts.begin(), parts.end(),
                             [&](const QString& part) { return whole.contains(part, Qt::CaseInsensitive); }))
                continue;
            const QString keys =
                command.keys.isEmpty() ? QString() : command.keys.front().toString(QKeySequence::NativeText);
            items.push_back({command.group + QStringLiteral(" › ") + command.title, keys, command.run, {}});
        }
        if (items.empty())
            items.push_back({tr("No command has \"%1\" in its name").arg(text), {}, {}, {}});
        return items;
    });
}

void MainWindow::showShortcuts() {
    std::vector<ShortcutLine> lines;
    for (const WindowCommand& command : commands())
        if (!command.keys.isEmpty()) // further ones are for other keyboards
            lines.push_back(
                {command.group, command.keys.front().toString(QKeySequence::NativeText), command.title});
    lines.push_back({tr("Mouse"), tr("Ctrl+click"), tr("Select one more, or one less")});
    lines.push_back({tr("Mouse"), tr("Shift+drag"), tr("Select all in a rectangle")});
    lines.push_back({tr("Mouse"), tr("Wheel"), tr("Come nearer, at the cursor")});
    lines.push_back({tr("Mouse"), tr("Double click"), tr("Come near to it")});
    lines.push_back({tr("Fingers"), tr("Two fingers"), tr("Move, come nearer and turn")});
    lines.push_back({tr("Fingers"), tr("Double tap"), tr("Come near to it")});
    lines.push_back({tr("Fingers"), tr("Long press"), tr("Select one more, or one less")});
    lines.push_back({tr("Fingers"), tr("Long press, then drag"), tr("Select all in a rectangle")});
    m_keySheet->tell(tr("Keys"), lines);
}

void MainWindow::find() {
    setMode(Mode::Explore);
    m_search->ask(tr("Find"), tr("node 18, links > 90 %, failed"), [this](const QString& text) {
        using Item = SearchBox::Item;
        const OutcomePtr outcome = m_explore->shown();
        if (!outcome)
            return std::vector<Item>();
        // An answer that comes meanwhile may be of another machine, whose elements are others.
        const auto same = [this, outcome] { return m_explore->shown()->fabric == outcome->fabric; };
        const std::vector<KindNames> kinds = kindNames(*outcome->fabric);
        if (text.trimmed().isEmpty())
            return std::vector<Item>{
                {QStringLiteral("links > 90 %"), tr("busy now"), {}, QStringLiteral("links > 90 %")},
                {QStringLiteral("node 18"), tr("a name"), {}, QStringLiteral("node 18")},
                {QStringLiteral("failed"), tr("by a what-if"), {}, QStringLiteral("failed")}};
        const Result<FindQuery> query = readFind(text, kinds);
        if (!query)
            return std::vector<Item>{
                {capitalized(QString::fromStdString(toSentence(query.issues().front()))), {}, {}, {}}};
        const std::vector<Found> all = findIn(*outcome, outcome->at(m_explore->playhead().time()), *query,
                                              outcome->fabric->elementCount());
        std::vector<Item> items;
        if (all.empty())
            return std::vector<Item>{{tr("Nothing is found"), {}, {}, {}}};
        if (all.size() > 1 && query->name.isEmpty()) {
            std::vector<ElementId> elements;
            for (const Found& found : all)
                elements.push_back(found.element);
            items.push_back({tr("Select all: %1").arg(queryWords(*query, kinds)),
                             QLocale().toString(static_cast<qulonglong>(all.size())),
                             [this, elements, same] {
                                 if (same())
                                     m_explore->selection().selectAll(elements);
                             },
                             {}});
        }
        for (std::size_t i = 0; i < std::min(all.size(), mostFound); ++i)
            items.push_back({capitalized(word(outcome->fabric->name(all[i].element))),
                             all[i].failed ? tr("down") : percent(all[i].utilization),
                             [this, element = all[i].element, same] {
                                 if (!same())
                                     return;
                                 m_explore->selection().select(element);
                                 m_explore->view().focusOn(element);
                             },
                             {}});
        return items;
    });
}

} // namespace supernode
