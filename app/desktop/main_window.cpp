// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include "app/desktop/compare_mode.h"
#include "app/desktop/errors_mode.h"
#include "app/desktop/explore_mode.h"
#include "app/desktop/language.h"
#include "app/files/open_scenario.h"
#include "views/panels/inspector.h"
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
    m_sheet = new ShortcutSheet(this);
    addShortcuts();
    setMode(Mode::Explore);
}

void MainWindow::build() {
    setWindowTitle(tr("Supernode Explorer"));
    m_notice = new NoticeBar;
    m_explore = new ExploreMode(m_session, m_renderer);
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
    column->addWidget(buildHeader());
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    setCentralWidget(centre);
    connect(&m_session, &Session::refused, m_notice, &NoticeBar::tell);
    connect(&m_explore->question(), &QuestionPanel::refused, m_notice, &NoticeBar::tell);
    connect(m_errors, &ErrorsMode::openRequested, this, [this](const Scenario& scenario) {
        m_session.open(scenario);
        setMode(Mode::Explore);
    });
}

void MainWindow::rebuild() {
    const Mode shown = mode();
    const std::vector<ElementId> selected = m_explore->selection().elements();
    const Camera camera = m_explore->hall().camera();
    const int view = m_explore->viewSwitch().current();
    const Playhead& before = m_explore->playhead();
    const Duration time = before.time(), scale = before.scale();
    const bool playing = before.isPlaying();
    const std::vector<std::string> pinned = m_explore->pinned().names();
    build(); // the widgets of before go as soon as this click is over
    setMode(shown);
    m_explore->showView(view);
    m_explore->selection().selectAll(selected);
    m_explore->hall().setCamera(camera);
    m_explore->pinned().setNames(pinned);
    m_explore->playhead().setScale(scale);
    m_explore->playhead().setTime(time);
    m_explore->playhead().setPlaying(playing && shown == Mode::Explore);
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

QLayout* MainWindow::buildActions() {
    auto* open = new PillButton(tr("Open"), PillButton::Look::Quiet);
    open->setToolTip(tr("A scenario file; it can also be dropped onto the window"));
    connect(open, &PillButton::clicked, this, &MainWindow::askForFile);
    m_undo = new PillButton(tr("Undo"), PillButton::Look::Quiet);
    m_redo = new PillButton(tr("Redo"), PillButton::Look::Quiet);
    m_language = new PillButton(currentLanguage() == "en" ? "中文" : "English", PillButton::Look::Quiet);
    m_language->setToolTip(tr("The other language"));
    connect(m_language, &PillButton::clicked, this, &MainWindow::changeLanguage);
    auto* right = new QHBoxLayout;
    right->addStretch(1);
    right->setSpacing(space::unit);
    right->addWidget(open);
    right->addWidget(m_undo);
    right->addWidget(m_redo);
    right->addWidget(m_language);
    QUndoStack& history = m_session.history();
    connect(m_undo, &PillButton::clicked, &history, &QUndoStack::undo);
    connect(m_redo, &PillButton::clicked, &history, &QUndoStack::redo);
    connect(&history, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&history, &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    connect(&history, &QUndoStack::undoTextChanged, m_undo, &QWidget::setToolTip);
    connect(&history, &QUndoStack::redoTextChanged, m_redo, &QWidget::setToolTip);
    connect(&history, &QUndoStack::indexChanged, m_notice, &QWidget::hide);
    m_undo->setEnabled(history.canUndo());
    m_redo->setEnabled(history.canRedo());
    return right;
}

// Keys stay the same in every language; what they do is looked up when they are pressed.
void MainWindow::addShortcuts() {
    const std::vector<WindowCommand> all = commands();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const QKeySequence& keys : all[i].keys)
            connect(new QShortcut(keys, this), &QShortcut::activated, this,
                    [this, i] { commands()[i].run(); });
}

void MainWindow::setMode(Mode mode) {
    m_modes->setCurrent(static_cast<int>(mode));
    m_stack->setCurrentIndex(static_cast<int>(mode));
    m_explore->setActive(mode == Mode::Explore);
    m_compare->setActive(mode == Mode::Compare);
    m_errors->setActive(mode == Mode::Errors);
}

MainWindow::Mode MainWindow::mode() const { return static_cast<Mode>(m_stack->currentIndex()); }

void MainWindow::openFile(const QString& path) {
    const Result<Scenario> scenario = openScenario(path.toStdString());
    const Result<OutcomePtr> answer =
        scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
    if (answer)
        m_session.open(*scenario);
    else
        m_notice->tell(QFileInfo(path).fileName() + ": " +
                       QString::fromStdString(toSentence(answer.issues().front())));
}

void MainWindow::askForFile() {
    QFileDialog dialog(this, tr("Open a scenario"), {}, tr("Scenarios (*.json)"));
    if (dialog.exec() == QDialog::Accepted)
        openFile(dialog.selectedFiles().front());
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
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

std::vector<ExploreView*> MainWindow::shownViews() {
    if (mode() == Mode::Explore)
        return {&m_explore->view()};
    if (mode() == Mode::Errors)
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
        view->catchUp();
    QImage image = grab().toImage();
    // The halls once more, drawn for this very moment instead of the frame that was on its way.
    QPainter painter(&image);
    for (HallView* hall : halls()) {
        QImage scene = hall->grabPicture(hall->size() * image.devicePixelRatio());
        scene.setDevicePixelRatio(image.devicePixelRatio());
        painter.drawImage(hall->mapTo(this, QPoint()), scene);
    }
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
