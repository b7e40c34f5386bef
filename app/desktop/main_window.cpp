// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/compare_mode.h"
#include "app/desktop/errors_mode.h"
#include "app/desktop/explore_mode.h"
#include "app/desktop/find_best.h"
#include "app/desktop/group_placing.h"
#include "app/desktop/keeper.h"
#include "app/desktop/language.h"
#include "app/desktop/sheet.h"
#include "app/desktop/start_screen.h"
#include "app/desktop/traffic_drawing.h"
#include "app/desktop/what_if.h"
#include "app/files/open_scenario.h"
#include "app/files/text_file.h"
#include "views/fabric/fabric_view.h"
#include "views/panels/inspector.h"
#include "views/panels/machine_panel.h"
#include "views/panels/notice_bar.h"
#include "views/panels/painted.h"
#include "views/panels/pill_button.h"
#include "views/panels/pinned_tiles.h"
#include "views/panels/question_panel.h"
#include "views/panels/search_box.h"
#include "views/panels/segmented.h"
#include "views/panels/shortcut_sheet.h"

#include <QApplication>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace supernode {

MainWindow::MainWindow(Session& session, HostChoice renderer) : m_session(session), m_renderer(renderer) {
    setMinimumSize(1180, 700);
    setAcceptDrops(true);
    build();
    m_search = new SearchBox(this);
    m_keySheet = new ShortcutSheet(this);
    addShortcuts();
    setMode(Mode::Explore);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(1000); // ms
    connect(&m_keepSoon, &QTimer::timeout, this, [this] { keep(); });
    connect(&m_session.history(), &History::changed, &m_keepSoon, [this] {
        if (m_keeper)
            m_keepSoon.start();
    });
}

void MainWindow::build() {
    setWindowTitle(tr("Supernode Explorer"));
    m_notice = new NoticeBar;
    m_explore = new ExploreMode(m_session, m_renderer);
    connect(&m_explore->question().machine(), &MachinePanel::saveRequested, this,
            &MainWindow::askToSaveMachine);
    m_compare = new CompareMode(m_session, m_renderer);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_explore);
    m_stack->addWidget(m_compare);
    m_errors = new ErrorsMode;
    m_stack->addWidget(m_errors);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QWidget* header = buildHeader();
    column->addWidget(header);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    setCentralWidget(centre);
    buildSheet(centre, header);
    buildStart();
    connect(&m_session, &Session::refused, m_notice, &NoticeBar::tell);
    connect(&m_explore->question(), &QuestionPanel::refused, m_notice, &NoticeBar::tell);
    connect(m_compare, &CompareMode::told, m_notice, &NoticeBar::tell);
    connect(m_notice, &NoticeBar::agreed, this, [this] { recover(std::exchange(m_orphan, {})); });
    connect(m_notice, &NoticeBar::declined, this, [this] { Keeper::discard(std::exchange(m_orphan, {})); });
    connect(m_errors, &ErrorsMode::openRequested, this, [this](const Scenario& scenario) {
        m_session.open(scenario);
        setMode(Mode::Explore);
    });
    if (!m_orphan.isEmpty())
        askAboutOrphan();
}

void MainWindow::rebuild() {
    const Mode shown = mode();
    const ExploreState explore = m_explore->state();
    const int sheet = m_sheet->page();
    const CompareMode::State compared = m_compare->state();
    const bool starting = m_start->isOpen();
    build(); // the widgets of before go as soon as this click is over
    setMode(shown);
    if (sheet >= 0)
        m_sheet->open(sheet);
    m_compare->restore(compared);
    m_explore->setState(explore);
    if (starting)
        showStart();
}

void MainWindow::changeLanguage() {
    const QStringList all = languages();
    applyLanguage(*qApp, all[(all.indexOf(currentLanguage()) + 1) % all.size()]);
    rebuild();
}

QWidget* MainWindow::buildHeader() {
    auto* header = new QFrame;
    header->setProperty("surface", "panel");
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(space::edge, space::unit, space::wide, space::unit);
    auto* title = makeLabel(tr("Supernode Explorer"), "title");
    m_modes = new Segmented(Segmented::Look::Tabs);
    m_modes->setOptions({tr("Explore"), tr("Compare"), tr("Our errors")});
    m_modes->setAccessibleName(tr("Mode"));
    row->addWidget(title, 1);
    row->addWidget(m_modes);
    row->addLayout(buildActions(), 1);
    connect(m_modes, &Segmented::chosen, this, [this](int i) { setMode(static_cast<Mode>(i)); });
    return header;
}

void MainWindow::buildSheet(QWidget* centre, QWidget* header) {
    m_sheet = new Sheet(centre, header);
    m_whatIf = new WhatIf(m_session, *m_sheet, m_sweeps);
    connect(m_whatIf, &WhatIf::saveRequested, this, &MainWindow::askToSave);
    connect(m_whatIf, &WhatIf::opened, &m_session, [this](const Scenario& s) { m_session.open(s); });
    connect(m_explore, &ExploreMode::elementClicked, m_whatIf, &WhatIf::giveWay);
    connect(&m_whatIf->best(), &FindBest::told, m_notice, &NoticeBar::tell);
    connect(&m_whatIf->best(), &FindBest::saveRequested, this, &MainWindow::askToSaveTable);
    connect(m_steps, &PillButton::clicked, this, [this] { m_sheet->toggle(WhatIf::Steps); });
    connect(m_takeHome, &PillButton::clicked, this, [this] { m_sheet->toggle(WhatIf::TakeHome); });
    QuestionPanel& question = m_explore->question();
    connect(&question, &QuestionPanel::breakRequested, this, [this] { m_sheet->toggle(WhatIf::Break); });
    connect(&question, &QuestionPanel::helpRequested, this, [this] { m_sheet->toggle(WhatIf::Help); });
    connect(&question, &QuestionPanel::bestRequested, this, [this] { m_sheet->toggle(WhatIf::Best); });
}

QLayout* MainWindow::buildActions() {
    m_open = new PillButton(tr("Open"), PillButton::Look::Quiet);
    m_open->setToolTip(tr("A scenario file; it can also be dropped onto the window"));
    connect(m_open, &PillButton::clicked, this, &MainWindow::showOpenMenu);
    m_undo = new PillButton(tr("Undo"), PillButton::Look::Quiet);
    m_redo = new PillButton(tr("Redo"), PillButton::Look::Quiet);
    m_language = new PillButton(currentLanguage() == "en" ? "中文" : "English", PillButton::Look::Quiet);
    m_language->setToolTip(tr("The other language"));
    connect(m_language, &PillButton::clicked, this, &MainWindow::changeLanguage);
    auto* right = new QHBoxLayout;
    right->addStretch(1);
    right->setSpacing(space::unit);
    m_steps = new PillButton(tr("History"), PillButton::Look::Quiet);
    m_takeHome = new PillButton(tr("Take home"), PillButton::Look::Quiet);
    for (PillButton* button : {m_open, m_undo, m_redo, m_steps, m_takeHome})
        right->addWidget(button);
    right->addWidget(m_language);
    History& history = m_session.history();
    connect(m_undo, &PillButton::clicked, &history, &History::undo);
    connect(m_redo, &PillButton::clicked, &history, &History::redo);
    connect(&history, &History::changed, m_undo, [this] { showHistory(); });
    connect(&history, &History::moved, m_notice, [this] {
        if (!m_notice->isAsking()) // a question waits for its answer
            m_notice->hide();
    });
    showHistory();
    return right;
}

void MainWindow::showHistory() {
    const History& history = m_session.history();
    m_undo->setEnabled(history.canUndo());
    m_redo->setEnabled(history.canRedo());
    m_undo->setToolTip(history.undoText());
    m_redo->setToolTip(history.redoText());
}

// Keys stay the same in every language; what they do is looked up when they are pressed.
void MainWindow::addShortcuts() {
    const std::vector<WindowCommand> all = commands();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const QKeySequence& keys : all[i].keys)
            connect(new QShortcut(keys, this), &QShortcut::activated, this, [this, i] {
                const WindowCommand command = commands()[i];
                if (fits(command))
                    command.run();
            });
}

void MainWindow::setMode(Mode mode) {
    m_modes->setCurrent(static_cast<int>(mode));
    m_stack->setCurrentIndex(static_cast<int>(mode));
    wakeModes();
}

MainWindow::Mode MainWindow::mode() const { return static_cast<Mode>(m_stack->currentIndex()); }

void MainWindow::openFile(const QString& path) {
    const Result<Scenario> scenario = openScenario(path.toStdString());
    const Result<OutcomePtr> answer =
        scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
    if (answer) {
        m_session.open(*scenario, systemFileOf(path.toStdString()));
        if (m_keeper && QFileInfo(path).isFile())
            m_keeper->opened(path);
    } else
        m_notice->tell(QFileInfo(path).fileName() + ": " +
                       QString::fromStdString(toSentence(answer.issues().front())));
}

void MainWindow::askForFile() {
    QFileDialog dialog(this, tr("Open a scenario"), {}, tr("Scenarios (*.json)"));
    if (dialog.exec() == QDialog::Accepted)
        openFile(dialog.selectedFiles().front());
}

void MainWindow::saveFile(const QString& path) {
    const Scenario& scenario = m_session.scenario();
    const QString problem =
        writeWhole(path, writeScenario(scenario, m_session.systemReference(*scenario.system)));
    m_notice->tell(problem.isEmpty() ? tr("Saved as %1").arg(path) : problem);
    if (problem.isEmpty() && m_keeper)
        m_keeper->opened(path);
}

void MainWindow::askToSave() {
    QFileDialog dialog(this, tr("Save the scenario"), {}, tr("Scenarios (*.json)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix("json");
    if (dialog.exec() == QDialog::Accepted)
        saveFile(dialog.selectedFiles().front());
}

void MainWindow::askToSaveTable() {
    QFileDialog dialog(this, tr("Save the table"), QStringLiteral("table.csv"), tr("Tables (*.csv)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix("csv");
    if (dialog.exec() == QDialog::Accepted)
        m_whatIf->best().saveTo(dialog.selectedFiles().front());
}

void MainWindow::showOpenMenu() {
    QMenu menu(this);
    connect(menu.addAction(tr("Open a file…")), &QAction::triggered, this, &MainWindow::askForFile);
    connect(menu.addAction(tr("Type a code…")), &QAction::triggered, this,
            [this] { m_sheet->open(WhatIf::TakeHome); });
    connect(menu.addAction(tr("Save as a file…")), &QAction::triggered, this, &MainWindow::askToSave);
    connect(menu.addAction(tr("Save the machine…")), &QAction::triggered, this,
            &MainWindow::askToSaveMachine);
    if (!m_orphan.isEmpty())
        connect(menu.addAction(tr("The session that broke off")), &QAction::triggered, this,
                [this] { recover(std::exchange(m_orphan, {})); });
    if (m_keeper && !m_keeper->lastSession().isEmpty())
        connect(menu.addAction(tr("The last session")), &QAction::triggered, this,
                [this] { recover(m_keeper->lastSession()); });
    const QStringList recent = m_keeper ? m_keeper->recent() : QStringList();
    if (!recent.isEmpty())
        menu.addSeparator();
    for (const QString& path : recent)
        connect(menu.addAction(QFileInfo(path).fileName()), &QAction::triggered, this,
                [this, path] { openFile(path); });
    menu.exec(m_open->mapToGlobal(QPoint(0, m_open->height())));
}

void MainWindow::setKeeper(Keeper* keeper) {
    if (m_keeper && m_keepSoon.isActive())
        keep(); // the last second of the session
    m_keeper = keeper;
    m_keepSoon.stop();
    if (!keeper)
        return;
    if (const QStringList orphans = keeper->orphans(); !orphans.isEmpty()) {
        m_orphan = orphans.front();
        askAboutOrphan();
    }
}

void MainWindow::askAboutOrphan() {
    m_notice->ask(tr("The last session ended without a goodbye. What was asked in it is still there."),
                  tr("Bring it back"), tr("Discard"));
}

std::string MainWindow::history() const {
    return writeHistory(m_session.history().tree(),
                        [this](const SystemSpec& system) { return m_session.systemReference(system); });
}

bool MainWindow::keep() {
    const QString problem = m_keeper ? m_keeper->keep(history()) : QString();
    if (!problem.isEmpty())
        m_notice->tell(problem);
    return problem.isEmpty();
}

void MainWindow::recover(const QString& file) {
    const Result<std::string> text = readTextFile(file.toStdString());
    std::vector<std::pair<SystemPtr, std::string>> own; // machines, and the files they came from
    const auto systems = [&own](const std::string& reference) {
        Result<SystemPtr> system = openSystem(reference, {});
        if (system && (*system)->id != reference)
            own.emplace_back(*system, reference);
        return system;
    };
    const Result<ChangeTree> tree =
        text ? readHistory(*text, systems) : Result<ChangeTree>::refused(text.issues());
    if (!tree)
        return m_notice->tell(tr("The session could not be read: %1")
                                  .arg(QString::fromStdString(toSentence(tree.issues().front()))));
    const std::string before = history();
    for (const auto& [system, reference] : own)
        m_session.knowSystemFile(*system, reference);
    m_session.recover(*tree);
    if (!keep())
        return; // what was read stays where it is
    Keeper::discard(file);
    if (m_keeper)
        m_keeper->setAside(before); // what was here is the last session now
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().front().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) { openFile(event->mimeData()->urls().front().toLocalFile()); }

void MainWindow::settle() {
    m_session.waitForAnswer();
    if (mode() == Mode::Compare)
        m_compare->waitForAnswer();
    if (mode() == Mode::Errors)
        m_errors->waitForAnswer();
    m_whatIf->waitForAnswer();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

std::vector<ExploreView*> MainWindow::shownViews() {
    if (mode() == Mode::Explore)
        return {&m_explore->view()};
    if (mode() == Mode::Errors || m_compare->pageSwitch().current() != CompareMode::TheMachines)
        return {};
    return {&m_compare->hall(0), &m_compare->hall(1)};
}

std::vector<HallView*> MainWindow::halls() {
    std::vector<HallView*> halls;
    for (ExploreView* view : shownViews())
        if (auto* hall = qobject_cast<HallView*>(view))
            halls.push_back(hall);
    return halls;
}

QImage MainWindow::picture() {
    settle();
    for (ExploreView* view : shownViews())
        view->arrive();
    if (m_start->isOpen()) {
        m_start->rings().catchUp();
        return grab().toImage();
    }
    QImage image = grab().toImage();
    // The halls once more, drawn for this very moment instead of the frame that was on its way.
    QPainter painter(&image);
    for (HallView* hall : halls()) {
        painter.drawImage(hall->mapTo(this, QPoint()),
                          hall->grabPicture(hall->size(), image.devicePixelRatio()));
        hall->paintOver(painter, hall->mapTo(this, QPoint()));
    }
    for (FlowPad* pad : {&m_explore->drawing().pad(), &m_explore->placing().pad()}) // these lie over them
        if (pad->isVisible())
            pad->render(&painter, pad->mapTo(this, QPoint()), {}, DrawChildren);
    if (m_sheet->page() >= 0)
        m_sheet->render(&painter, m_sheet->mapTo(this, QPoint()));
    return image;
}

void MainWindow::savePicture() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString file =
        folder + "/supernode-" + QDateTime::currentDateTime().toString("yyyyMMdd-HHmmss") + ".png";
    if (picture().save(file))
        m_notice->tell(tr("Picture saved as %1").arg(file));
    else
        m_notice->tell(tr("The picture could not be written to %1").arg(file));
}

} // namespace supernode
