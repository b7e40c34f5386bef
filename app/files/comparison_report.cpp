// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/comparison_report.h"

#include "app/files/csv.h"
#include "app/files/json_reader.h"
#include "app/files/markup.h"
#include "app/files/number_text.h"
#include "model/system/facts_of_system.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace supernode {
namespace {

constexpr double chartWidth = 300, barHeight = 18, barStep = 26, barRoom = 210, chartHead = 34;

constexpr const char* style =
    "body{font:14px/1.5 Inter,'Noto Sans CJK SC','Noto Sans',sans-serif;color:#16202e;background:#fff;"
    "max-width:1000px;margin:32px auto;padding:0 16px}h1{font-size:26px;margin:0}h2{font-size:18px;"
    "margin:32px 0 8px}.dim{color:#56657a}.charts{display:flex;flex-wrap:wrap;gap:12px}.charts "
    "svg{max-width:100%;height:auto}.charts figure{margin:0;"
    "border:1px solid #d4dbe5;border-radius:6px;padding:8px}table{border-collapse:collapse;width:100%}"
    "td,th{text-align:left;padding:4px 8px;border-bottom:1px solid #d4dbe5;vertical-align:top}"
    "td.n,th.n{text-align:right;white-space:nowrap}pre{background:#f2f5f9;padding:12px;border-radius:6px;"
    "white-space:pre-wrap;overflow-wrap:anywhere}@media print{.charts figure,tr{break-inside:avoid}}";

void add(std::string& text, std::initializer_list<std::string> parts) {
    for (const std::string& part : parts)
        text += part;
}

std::string pixels(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

bool isOutlined(Grade grade) { return grade < Grade::Derived; } // somebody else's number

using PrintedRange = std::optional<std::pair<double, double>>;

PrintedRange rangeOf(const ReportRow& row, std::size_t machine) {
    return machine < row.ranges.size() ? row.ranges[machine] : std::nullopt;
}

double largestOf(const ReportRow& row) {
    double largest = 1e-12;
    for (std::size_t i = 0; i < row.values.size(); ++i)
        largest =
            std::max({largest, row.values[i].value_or(0), rangeOf(row, i).value_or(std::pair(0, 0)).second});
    return largest;
}

// A line from the least to the most with a cap at either end, around `y`.
std::string rangeLine(const std::pair<double, double>& range, double scale, double y) {
    std::string d;
    const std::string low = pixels(range.first * scale), high = pixels(range.second * scale);
    for (const std::string& x : {low, high})
        add(d, {"M", x, " ", pixels(y - 5), "V", pixels(y + 5)});
    add(d, {"M", low, " ", pixels(y), "H", high});
    return "<path d=\"" + d + "\" fill=\"none\" stroke=\"#fff\" stroke-width=\"4\"/><path d=\"" + d +
           "\" fill=\"none\" stroke=\"#16202e\" stroke-width=\"1.5\"/>";
}

std::string chartOf(const Report& report, const ReportRow& row) {
    const double height = chartHead + barStep * static_cast<double>(row.values.size()) + 22;
    std::string svg;
    add(svg,
        {"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", pixels(chartWidth), "\" height=\"",
         pixels(height), "\" viewBox=\"0 0 ", pixels(chartWidth), " ", pixels(height),
         "\" font-family=\"Inter,'Noto Sans CJK SC',sans-serif\" role=\"img\"><title>", markupText(row.title),
         "</title>\n<text x=\"0\" y=\"14\" font-size=\"14\" font-weight=\"600\" fill=\"#16202e\">",
         markupText(row.title), "</text><text x=\"", pixels(chartWidth),
         "\" y=\"14\" font-size=\"11\" text-anchor=\"end\" fill=\"#56657a\">", markupText(row.unit),
         "</text>\n<text x=\"0\" y=\"28\" font-size=\"11\" fill=\"#56657a\">", markupText(row.note),
         "</text>\n"});
    const double largest = largestOf(row);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const double y = chartHead + 4 + barStep * static_cast<double>(i);
        const double width = std::max(1.0, barRoom * row.values[i].value_or(0) / largest);
        const std::string& colour = report.machines[i].colour;
        if (row.values[i])
            add(svg, {"<rect x=\"1\" y=\"", pixels(y), "\" width=\"", pixels(width), "\" height=\"",
                      pixels(barHeight), "\" rx=\"3\" fill=\"", colour, "\" fill-opacity=\"",
                      isOutlined(row.trust) ? "0.2" : "1", "\" stroke=\"", colour, "\"><title>",
                      markupText(report.machines[i].name), "</title></rect>"});
        double end = row.values[i] ? width : 0;
        if (const PrintedRange range = rangeOf(row, i)) {
            svg += rangeLine(*range, barRoom / largest, y + barHeight / 2);
            end = std::max(end, barRoom * range->second / largest);
        }
        add(svg, {"<text x=\"", pixels(end + 8), "\" y=\"", pixels(y + 14),
                  "\" font-size=\"13\" font-weight=\"600\" fill=\"#16202e\">", numberText(row, row.values[i]),
                  "</text>\n"});
    }
    add(svg, {"<text x=\"0\" y=\"", pixels(height - 6), "\" font-size=\"11\" fill=\"#56657a\">",
              markupText(row.grade), "</text></svg>\n"});
    return svg;
}

std::string tableOf(const Report& report) {
    std::string html = "<table><tr><th></th>";
    for (const ReportMachine& machine : report.machines)
        add(html, {"<th class=\"n\">", markupText(machine.name), "</th>"});
    html += "<th></th><th></th><th></th></tr>\n";
    for (const ReportRow& row : report.rows) {
        add(html, {"<tr><td>", markupText(row.title), "<br><span class=\"dim\">", markupText(row.note),
                   "</span></td>"});
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const bool leads = row.leader == i;
            add(html,
                {"<td class=\"n\">", leads ? "<b>" : "", valueText(row, i), leads ? "</b>" : "", "</td>"});
        }
        add(html,
            {"<td>", markupText(row.unit), "</td><td>", markupText(row.grade), "</td><td>",
             row.leader ? markupText(report.machines[*row.leader].name) + " " + markupText(report.leaderWord)
                        : std::string(),
             "</td></tr>\n"});
    }
    return html + "</table>\n";
}

std::string claimsOf(const Report& report) {
    std::string html = "<table>\n";
    for (const ReportClaim& claim : report.claims)
        add(html,
            {"<tr><td>", markupText(claim.title), "<br><span class=\"dim\">", markupText(claim.says),
             "</span></td><td><b>", markupText(claim.verdict), "</b></td><td>", markupText(claim.reason),
             "<br><span class=\"dim\">", markupText(claim.formula), "</span></td></tr>\n"});
    return html + "</table>\n";
}

std::string sourceOf(const Source& source) {
    const std::string year = source.year ? ", " + std::to_string(source.year) : std::string();
    std::string text = markupText(source.title);
    if (source.address.starts_with("http") && source.address.find(' ') == std::string::npos)
        text = "<a href=\"" + markupText(source.address) + "\">" + text + "</a>";
    return "<li>" + text + year + "</li>\n";
}

} // namespace

std::string numberText(const ReportRow& row, const std::optional<double>& value) {
    if (!value)
        return "–";
    return row.trust >= Grade::Fitted ? threeDigits(*value) : sixDigits(*value);
}

std::string valueText(const ReportRow& row, std::size_t machine) {
    std::string text = numberText(row, row.values[machine]);
    if (const PrintedRange range = rangeOf(row, machine))
        text += " (" + threeDigits(range->first) + "–" + threeDigits(range->second) + ")";
    return text;
}

std::string toSvg(const Report& report, const ReportRow& row) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + chartOf(report, row);
}

std::string toCsv(const Report& report, const std::vector<ReportRow>& rows) {
    std::string text = "title,unit,note,grade";
    for (const ReportMachine& machine : report.machines)
        add(text, {",", csvField(machine.name)});
    for (const ReportMachine& machine : report.machines)
        add(text, {",", csvField(machine.name + ", least published"), ",",
                   csvField(machine.name + ", most published")});
    text += "\n";
    for (const ReportRow& row : rows) {
        add(text, {csvField(row.title), ",", csvField(row.unit), ",", csvField(row.note), ",",
                   csvField(row.grade)});
        for (const std::optional<double>& value : row.values)
            add(text, {",", value ? numberToJson(*value).dump() : std::string()});
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const PrintedRange range = rangeOf(row, i);
            add(text, {",", range ? numberToJson(range->first).dump() : std::string(), ",",
                       range ? numberToJson(range->second).dump() : std::string()});
        }
        text += "\n";
    }
    return text;
}

std::vector<Source> sourcesOf(const std::vector<SystemPtr>& systems) {
    std::vector<Source> all;
    for (const SystemPtr& system : systems) {
        std::set<std::string> used;
        visitFacts(*system, [&](std::string_view, const auto& fact) {
            if constexpr (requires { fact.from; })
                used.insert(fact.from.source);
            else if (fact)
                used.insert(fact->from.source);
        });
        for (const auto& [path, others] : system->alsoPublished)
            for (const Provenance& other : others)
                used.insert(other.source);
        for (const auto& [key, source] : system->sources)
            if (used.contains(key) && std::find(all.begin(), all.end(), source) == all.end())
                all.push_back(source);
    }
    return all;
}

std::string toHtml(const Report& report) {
    std::string html;
    add(html, {"<!DOCTYPE html>\n<html lang=\"", report.language, "\"><head><meta charset=\"utf-8\"><title>",
               markupText(report.title), "</title><style>", style, "</style></head><body>\n<h1>",
               markupText(report.title), "</h1>\n<p class=\"dim\">", markupText(report.date),
               "</p>\n<p class=\"dim\">", markupText(report.version), "</p>\n<p><b>",
               markupText(report.sentence), "</b></p>\n"});
    for (const std::string& note : report.notes)
        add(html, {"<p class=\"dim\">", markupText(note), "</p>\n"});
    html += "<div class=\"charts\">\n";
    for (const ReportRow& row : report.rows)
        add(html, {"<figure>", chartOf(report, row), "</figure>\n"});
    for (const std::string& curve : report.curves) // without the line that makes it a file of its own
        add(html, {"<figure>", curve.substr(curve.find("<svg")), "</figure>\n"});
    add(html, {"</div>\n<h2>", markupText(report.tableWord), "</h2>\n", tableOf(report)});
    if (!report.claims.empty())
        add(html, {"<h2>", markupText(report.claimsWord), "</h2>\n", claimsOf(report)});
    add(html, {"<h2>", markupText(report.againWord), "</h2>\n<pre>", markupText(report.command),
               "</pre>\n<h2>", markupText(report.scenarioWord), "</h2>\n<pre>", markupText(report.scenario),
               "</pre>\n<h2>", markupText(report.sourcesWord), "</h2>\n<ul>\n"});
    for (const Source& source : report.sources)
        html += sourceOf(source);
    return html + "</ul>\n</body></html>\n";
}

} // namespace supernode
