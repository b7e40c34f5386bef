// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/compare_mode.h"
#include "app/desktop/explore_mode.h"
#include "app/desktop/explore_views.h"
#include "app/desktop/kept_run.h"
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "app/desktop/sheet.h"
#include "app/desktop/sign.h"
#include "app/desktop/smoke.h"
#include "app/desktop/start_screen.h"
#include "app/files/builtin.h"
#include "app/files/freed_memory.h"
#include "app/files/open_scenario.h"
#include "views/panels/timeline_scale.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

namespace supernode {
namespace {

enum Exit { Done = 0, Refused = 1, WrongUsage = 2 };

// `where`: the file that is meant, "" for the command line.
int complain(const std::vector<Issue>& issues, Exit code, const QString& where = {}) {
    const QString prefix = where.isEmpty() ? QString() : where + ": ";
    for (const Issue& issue : issues)
        std::fprintf(stderr, "supernode-explorer: %s%s\n", qPrintable(prefix), toSentence(issue).c_str());
    return code;
}

std::vector<SystemPtr> systemsFor(const Scenario& scenario) {
    std::vector<SystemPtr> systems = builtinSystems();
    const auto same = [&](const SystemPtr& s) { return s->id == scenario.system->id; };
    if (std::none_of(systems.begin(), systems.end(), same))
        systems.insert(systems.begin(), scenario.system);
    return systems;
}

HostChoice rendererFor(const QString& word) {
    return word == "gpu" ? HostChoice::Gpu : word == "software" ? HostChoice::Software : HostChoice::Auto;
}

// Selection and moment of the command line; a moment that is asked for stands still.
Result<int> arrange(MainWindow& window, Session& session, const DesktopArguments& arguments) {
    session.waitForAnswer();
    if (!arguments.select.isEmpty()) {
        const Result<ElementId> found = session.outcome()->fabric->find(arguments.select.toStdString());
        if (!found)
            return Result<int>::refused(
                Issue{"--select", found.issues().front().reason, found.issues().front().remedy});
        window.explore().selection().select(*found);
    }
    window.setMode(arguments.mode == "compare"  ? MainWindow::Mode::Compare
                   : arguments.mode == "errors" ? MainWindow::Mode::Errors
                                                : MainWindow::Mode::Explore);
    window.compare().showPage(static_cast<int>(pageWords().indexOf(arguments.page)));
    window.explore().showView(exploreViewNamed(arguments.view));
    window.explore().chooseColouring(static_cast<Colouring>(colouringWords().indexOf(arguments.colouring)));
    if (!arguments.sheet.isEmpty())
        window.sheet().open(static_cast<int>(sheetWords().indexOf(arguments.sheet)));
    window.settle();
    if (arguments.start)
        window.showStart();
    if (arguments.at || !arguments.picture.isEmpty())
        for (Playhead* p :
             {&window.explore().playhead(), &window.compare().playhead(), &window.start().playhead()}) {
            p->setPlaying(false);
            p->setTime(arguments.at.value_or(busyFrom(*session.outcome(), p->end() * 0.4)));
        }
    return 0;
}

int writePicture(MainWindow& window, const QString& file) {
    if (window.picture().save(file))
        return Done;
    return complain({{"--picture", "the picture could not be written to " + file.toStdString(),
                      "give a file name that ends in .png, in a folder that exists"}},
                    Refused);
}

int run(QApplication& application, const DesktopArguments& arguments, const QElapsedTimer& sinceStart) {
    applyTheme(application, themeNamed(arguments.theme));
    applyLanguage(application, arguments.language);
    const Result<Scenario> scenario = openScenario(arguments.scenario.toStdString());
    if (!scenario)
        return complain(scenario.issues(), Refused, arguments.scenario);
    if (const Result<OutcomePtr> answer = evaluate(*scenario); !answer)
        return complain(answer.issues(), Refused, arguments.scenario);
    Session session(systemsFor(*scenario), *scenario);
    session.knowSystemFile(*scenario->system, systemFileOf(arguments.scenario.toStdString()));
    MainWindow window(session, rendererFor(arguments.renderer));
    window.resize(arguments.size);
    window.show();
    if (const Result<int> arranged = arrange(window, session, arguments); !arranged)
        return complain(arranged.issues(), Refused);
    const double firstFrame = static_cast<double>(sinceStart.nsecsElapsed()) / 1e6;
    if (!arguments.picture.isEmpty())
        return writePicture(window, arguments.picture);
    if (arguments.smoke) {
        const QJsonObject report = runSmoke(window, session, arguments.pictures, firstFrame);
        std::printf("%s", QJsonDocument(report).toJson().constData());
        return report.value("problems").toArray().isEmpty() ? Done : Refused;
    }
    return runKept(window, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
}

} // namespace
} // namespace supernode

int main(int argc, char** argv) {
    using namespace supernode;
    QElapsedTimer sinceStart;
    sinceStart.start();
    keepFreedMemory();
    QCoreApplication::setApplicationName("supernode-explorer");
    QCoreApplication::setApplicationVersion(SUPERNODE_VERSION);
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts); // a view that moves keeps its context
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.push_back(QString::fromLocal8Bit(argv[i]));
    const Result<DesktopArguments> arguments = readArguments(words);
    if (!arguments)
        return complain(arguments.issues(), WrongUsage);
    if (arguments->help || arguments->version) {
        std::printf("%s\n",
                    arguments->help ? qPrintable(helpText()) : "supernode-explorer " SUPERNODE_VERSION);
        return Done;
    }
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName("supernode-explorer"); // whose icon a desktop shows
    QApplication::setWindowIcon(programIcon());
    return run(application, *arguments, sinceStart);
}
