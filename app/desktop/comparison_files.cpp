// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/comparison_files.h"

#include "app/desktop/claim_words.h"
#include "app/desktop/language.h"
#include "app/files/builtin.h"
#include "app/files/scenario_file.h"
#include "app/files/system_file.h"
#include "app/files/text_file.h"
#include "views/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include <algorithm>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

constexpr int dotsPerInch = 96, chartColumns = 3, chartHigh = 118;

ReportRow rowOf(const BoardRow& row) {
    ReportRow made;
    made.title = row.title.toStdString();
    made.unit = row.unit.toStdString();
    made.note = row.note.toStdString();
    made.grade = sourceLine(row).toStdString();
    for (const BoardNumber& number : row.numbers) {
        made.values.push_back(number.value);
        made.ranges.emplace_back();
        if (!number.others.empty())
            made.ranges.back().emplace(number.low(), number.high());
    }
    made.leader = row.leader;
    made.trust = row.grade;
    return made;
}

ReportClaim claimOf(const CheckedClaim& c) {
    const ClaimView view = viewOf(c);
    return {view.title.toStdString(), view.subtitle.toStdString(), view.verdict.toStdString(),
            reasonOf(c, currentLanguage().toStdString()),
            c.readings.empty() ? std::string() : formulaOf(c.claim.readings.front(), c.readings.front())};
}

void nameThings(Report& report) {
    report.language = currentLanguage().toStdString();
    report.scenarioWord = tr("Scenario").toStdString();
    report.sourcesWord = tr("Sources").toStdString();
    report.claimsWord = tr("Claims").toStdString();
    report.againWord = tr("To make this page again").toStdString();
    report.tableWord = tr("All numbers").toStdString();
    report.leaderWord = tr("leads").toStdString();
}

void paintChart(QPainter& p, const QRectF& box, const Report& report, const ReportRow& row) {
    const QColor ink(0x16, 0x20, 0x2e), dim(0x56, 0x65, 0x7a);
    const auto text = [&](double y, int size, const QColor& colour, int align, const std::string& words) {
        QFont font = p.font();
        font.setPixelSize(size);
        font.setBold(colour == ink);
        p.setFont(font);
        p.setPen(colour);
        p.drawText(
            QRectF(box.left(), y, box.width(), 16), align,
            QFontMetricsF(font).elidedText(QString::fromStdString(words), Qt::ElideRight, box.width()));
    };
    text(box.top(), 11, ink, Qt::AlignLeft, row.title);
    text(box.top(), 9, dim, Qt::AlignRight, row.unit);
    text(box.top() + 15, 9, dim, Qt::AlignLeft, row.note);
    double largest = 1e-12;
    for (const std::optional<double>& value : row.values)
        largest = std::max(largest, value.value_or(0));
    for (std::size_t i = 0; i < row.ranges.size(); ++i)
        largest = std::max(largest, row.ranges[i] ? row.ranges[i]->second : 0);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const double y = box.top() + 36 + 24.0 * static_cast<double>(i);
        const double width = std::max(1.0, box.width() * 0.6 * row.values[i].value_or(0) / largest);
        QColor colour(QString::fromStdString(report.machines[i].colour)), fill = colour;
        fill.setAlphaF(row.trust < Grade::Derived ? 0.2f : 1.0f);
        p.setPen(colour);
        p.setBrush(fill);
        if (row.values[i])
            p.drawRect(QRectF(box.left(), y, width, 16));
        p.setPen(ink);
        double end = row.values[i] ? width : 0;
        if (i < row.ranges.size() && row.ranges[i]) {
            const double scale = box.width() * 0.6 / largest, low = box.left() + row.ranges[i]->first * scale;
            end = row.ranges[i]->second * scale;
            p.drawLine(QPointF(low, y + 8), QPointF(box.left() + end, y + 8));
            for (const double x : {low, box.left() + end})
                p.drawLine(QPointF(x, y + 3), QPointF(x, y + 13));
        }
        p.drawText(QRectF(box.left() + std::max(end, row.values[i] ? width : 0) + 6, y, 120, 16),
                   Qt::AlignVCenter, QString::fromStdString(numberText(row, row.values[i])));
    }
    text(box.top() + 86, 9, dim, Qt::AlignLeft, row.grade);
}

// The page of charts; what stands in words follows on pages of its own.
void paintCharts(QPainter& p, const QRectF& page, const Report& report) {
    const double wide = (page.width() - 24.0 * (chartColumns - 1)) / chartColumns;
    QFont font = p.font();
    font.setPixelSize(20);
    font.setBold(true);
    p.setFont(font);
    p.drawText(QRectF(0, 0, page.width(), 28), QString::fromStdString(report.title));
    font.setPixelSize(11);
    p.setFont(font);
    p.drawText(QRectF(0, 34, page.width(), 34), Qt::TextWordWrap, QString::fromStdString(report.sentence));
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
        const auto column = static_cast<double>(i % chartColumns),
                   line = static_cast<double>(i / chartColumns);
        paintChart(p, QRectF(column * (wide + 24), 76 + line * chartHigh, wide, chartHigh - 14), report,
                   report.rows[i]);
    }
}

bool writePdf(const QString& file, const Report& report) {
    QPdfWriter pdf(file);
    pdf.setResolution(dotsPerInch);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout::Millimeter);
    pdf.setTitle(QString::fromStdString(report.title));
    QPainter p;
    if (!p.begin(&pdf))
        return false;
    const QRectF page(QPointF(), QSizeF(pdf.width(), pdf.height()));
    paintCharts(p, page, report);
    QString html = QString::fromStdString(toHtml(report));
    html.remove(html.indexOf("<div class=\"charts\">"),
                html.indexOf("<h2>") - html.indexOf("<div class=\"charts\">"));
    html.remove(html.indexOf("<style>"), html.indexOf("</style>") - html.indexOf("<style>"));
    QTextDocument words;
    words.documentLayout()->setPaintDevice(&pdf);
    QFont font;
    font.setPixelSize(11);
    words.setDefaultFont(font);
    words.setHtml(html);
    words.setPageSize(page.size());
    for (int i = 0; i < words.pageCount(); ++i) {
        pdf.newPage();
        p.save();
        p.translate(0, -i * page.height());
        words.drawContents(&p, QRectF(0, i * page.height(), page.width(), page.height()));
        p.restore();
    }
    return p.end();
}

// What a command calls a machine, and the files that this needs: a machine that comes with the program by its
// id, any other by files of its own.
class Named {
public:
    explicit Named(Report& report) : m_report(report) {}

    // Of the first machine: the whole question.
    std::string scenario(const Scenario& scenario) {
        return keep("scenario.json", writeScenario(scenario, systemOf(scenario, 1)));
    }
    // Of another: the machine with its changes.
    std::string machine(const Scenario& scenario, std::size_t number) {
        const std::string system = systemOf(scenario, number);
        if (scenario.changes.empty())
            return system;
        return keep("machine-" + std::to_string(number) + ".json", writeScenario(scenario, system));
    }

private:
    std::string keep(std::string name, std::string text) {
        m_report.files.emplace_back(name, std::move(text));
        return name;
    }
    std::string systemOf(const Scenario& scenario, std::size_t number) {
        const SystemPtr builtin = builtinSystem(scenario.system->id);
        if (builtin && *builtin == *scenario.system)
            return scenario.system->id;
        return keep("system-" + std::to_string(number) + ".json", writeSystem(*scenario.system));
    }

    Report& m_report;
};

QString written(const QString& path, const std::string& text) {
    const std::optional<Issue> problem = writeTextFile(path.toStdString(), text);
    return problem ? QString::fromStdString(toSentence(*problem)) : QString();
}

} // namespace

Report reportOf(const Board& machines, const BoardRow& row) {
    Report report;
    for (const BoardMachine& machine : machines.machines)
        report.machines.push_back({machine.name.toStdString(), machine.colour.name().toStdString()});
    report.rows.push_back(rowOf(row));
    return report;
}

Report reportOf(const Board& board, Per per, const std::vector<CheckedClaim>& claims) {
    const Scenario& first = board.machines.front().outcome->scenario;
    Report report;
    nameThings(report);
    QStringList names;
    Named named(report);
    report.command = "supernode compare " + named.scenario(first) + " --per " + std::string(toWord(per));
    std::vector<SystemPtr> systems;
    for (const BoardMachine& machine : board.machines) {
        const SystemPtr& system = machine.outcome->scenario.system;
        names << machine.name;
        report.machines.push_back({machine.name.toStdString(), machine.colour.name().toStdString()});
        if (!systems.empty())
            report.command += " --against " + named.machine(machine.outcome->scenario, systems.size() + 1);
        systems.push_back(system);
    }
    report.command += " --report report.html";
    report.sources = sourcesOf(systems);
    report.title = tr("%1, %2").arg(names.join(tr(" and ")), perWord(per)).toStdString();
    report.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
    report.version =
        QString("Supernode Explorer %1").arg(QCoreApplication::applicationVersion()).toStdString();
    const QString flips = flipsOf(board);
    report.sentence =
        (headlineOf(board) + (flips.isEmpty() ? QString() : QStringLiteral(". ") + flips)).toStdString();
    report.notes = {
        tr("Bandwidth in one direction, decimal; arithmetic dense. Outlined bars: published; solid "
           "bars: modelled or derived; line with caps: where documents disagree; ±: largest error on "
           "published results.")
            .toStdString()};
    report.scenario = report.files.front().second;
    for (const BoardRow& row : board.rows)
        report.rows.push_back(rowOf(row));
    for (const CheckedClaim& c : claims)
        report.claims.push_back(claimOf(c));
    return report;
}

QString writeComparison(const QString& folder, const Report& report,
                        const std::vector<std::pair<QString, QByteArray>>& more) {
    const QDir all(folder);
    if (!QDir().mkpath(all.filePath("charts")))
        return tr("the folder %1 cannot be made").arg(folder);
    QString problem = written(all.filePath("report.html"), toHtml(report));
    if (problem.isEmpty())
        problem = written(all.filePath("numbers.csv"), toCsv(report, report.rows));
    for (const auto& [name, text] : report.files)
        if (problem.isEmpty())
            problem = written(all.filePath(QString::fromStdString(name)), text);
    if (problem.isEmpty() && !writePdf(all.filePath("report.pdf"), report))
        problem = tr("%1 cannot be written").arg(all.filePath("report.pdf"));
    for (const auto& [name, bytes] : more)
        if (problem.isEmpty())
            problem = written(all.filePath(name), bytes.toStdString());
    return problem;
}

} // namespace supernode
