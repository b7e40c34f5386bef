// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/arguments.h"

#include "app/desktop/language.h"

#include "app/desktop/explore_views.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace supernode {
namespace {

QString startWord() { return "start"; }

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription("A window on the supernode: traffic, failures, comparison.");
    parser.addOptions({
        {"scenario", "The question to open: a preset, a scenario file or a take-home code.", "NAME|FILE|CODE",
         "all-to-all"},
        {"mode", "explore, compare or errors.", "MODE", "explore"},
        {"view", "The view of Explore: " + exploreViewWords().join(", ") + ".", "VIEW", "hall"},
        {"colouring", "What the colours of links stand for: " + colouringWords().join(", ") + ".",
         "COLOURING", "load"},
        {"page", "The page of Compare: " + pageWords().join(", ") + ".", "PAGE", "machines"},
        {"select", "Select an element, e.g. \"plane 3\".", "NAME"},
        {"sheet", "Open a sheet: " + sheetWords().join(", ") + "; or the first sight: " + startWord() + ".",
         "SHEET"},
        {"at", "Show this moment and stand still, e.g. 120us.", "TIME"},
        {"language", "en or zh.", "LANGUAGE", "en"},
        {"theme", "dark, light or projector.", "THEME", "dark"},
        {"renderer", "auto, gpu or software.", "RENDERER", "auto"},
        {"size", "Size of the window, e.g. 1280x800.", "WxH", "1440x900"},
        {"picture", "Write this state as a PNG picture and quit.", "FILE"},
        {"smoke", "Open every mode once, print frame times as JSON and quit."},
        {"pictures", "With --smoke: write a picture of every mode into this folder.", "FOLDER"},
    });
    parser.addOption({{"h", "help"}, "Print this and quit."});
    parser.addOption({{"v", "version"}, "Print the version and quit."});
}

class Reader {
public:
    explicit Reader(const QCommandLineParser& parser) : m_parser(parser) {}

    QString word(const QString& option, const QStringList& allowed) {
        const QString value = m_parser.value(option);
        if (!allowed.contains(value))
            refuse(option, "\"" + value + "\" is not known", "use " + allowed.join(" or "));
        return value;
    }
    QSize size() {
        const QString value = m_parser.value("size");
        static const QRegularExpression form("^([0-9]{3,4})x([0-9]{3,4})$");
        const QRegularExpressionMatch match = form.match(value);
        const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
        if (!match.hasMatch() || size.width() < 1180 || size.height() < 700)
            refuse("size", "\"" + value + "\" is no size of this window",
                   "use e.g. 1280x800, at least 1180x700");
        return size;
    }
    std::optional<Duration> time() {
        if (!m_parser.isSet("at"))
            return std::nullopt;
        const std::optional<Duration> time = readTime(m_parser.value("at"));
        if (!time)
            refuse("at", "\"" + m_parser.value("at") + "\" is no time", "use e.g. 120us, 1.5ms or 0.2s");
        return time;
    }
    void refuse(const QString& option, const QString& reason, const QString& remedy) {
        m_issues.push_back({"--" + option.toStdString(), reason.toStdString(), remedy.toStdString()});
    }
    std::vector<Issue>& issues() { return m_issues; }

private:
    const QCommandLineParser& m_parser;
    std::vector<Issue> m_issues;
};

} // namespace

std::optional<Duration> readTime(const QString& text) {
    static const QRegularExpression form("^\\s*([0-9.]+)\\s*(ns|us|µs|ms|s)\\s*$");
    const QRegularExpressionMatch match = form.match(text);
    bool ok = false;
    const double value = match.captured(1).toDouble(&ok);
    if (!match.hasMatch() || !ok)
        return std::nullopt;
    const QString unit = match.captured(2);
    const double scale = unit == "s" ? 1 : unit == "ms" ? 1e-3 : unit == "ns" ? 1e-9 : 1e-6;
    return seconds(value * scale);
}

Result<DesktopArguments> readArguments(const QStringList& arguments) {
    using Answer = Result<DesktopArguments>;
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList("supernode-explorer") + arguments))
        return Answer::refused(Issue{"", parser.errorText().toStdString(), "see --help"});
    Reader reader(parser);
    DesktopArguments a;
    a.scenario = parser.value("scenario");
    a.mode = reader.word("mode", {"explore", "compare", "errors"});
    a.view = reader.word("view", exploreViewWords());
    a.colouring = reader.word("colouring", colouringWords());
    a.page = reader.word("page", pageWords());
    a.language = reader.word("language", languages());
    a.theme = reader.word("theme", {"dark", "light", "projector"});
    a.renderer = reader.word("renderer", {"auto", "gpu", "software"});
    a.size = reader.size();
    a.at = reader.time();
    a.select = parser.value("select");
    if (parser.isSet("sheet"))
        a.sheet = reader.word("sheet", sheetWords() + QStringList{startWord()});
    const QStringList somewhere{"scenario", "mode", "view",    "page", "select",
                                "sheet",    "at",   "picture", "smoke"};
    a.start = a.sheet == startWord() || std::none_of(somewhere.begin(), somewhere.end(),
                                                     [&](const QString& o) { return parser.isSet(o); });
    if (a.sheet == startWord())
        a.sheet.clear();
    a.picture = parser.value("picture");
    a.pictures = parser.value("pictures");
    a.smoke = parser.isSet("smoke");
    a.help = parser.isSet("help");
    a.version = parser.isSet("version");
    if (!parser.positionalArguments().isEmpty())
        reader.refuse("scenario", "\"" + parser.positionalArguments().front() + "\" stands alone",
                      "write --scenario before a file or preset");
    if (!reader.issues().empty())
        return Answer::refused(std::move(reader.issues()));
    return a;
}

QStringList sheetWords() { return {"take-home", "history", "break", "help", "best"}; }

QStringList colouringWords() { return {"load", "plane", "change"}; }

QStringList pageWords() { return {"machines", "board", "curves", "claims"}; }

QString helpText() {
    QCommandLineParser parser;
    addOptions(parser);
    const QString text = parser.helpText(); // of whichever file runs, if that is known already
    return "Usage: supernode-explorer " + text.mid(text.indexOf("[options]"));
}

} // namespace supernode
