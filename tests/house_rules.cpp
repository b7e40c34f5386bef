// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house_rules.h"

#include <array>
#include <regex>
#include <sstream>
#include <string_view>
#include <utility>

namespace supernode {
namespace {

constexpr std::size_t mostLines = 400;

// Rooms in the order in which data walks through them.
constexpr std::array<std::pair<std::string_view, int>, 12> rooms{{{"model/base/", 0},
                                                                  {"model/system/", 1},
                                                                  {"model/scenario/", 2},
                                                                  {"model/fabric/", 3},
                                                                  {"model/traffic/", 4},
                                                                  {"model/simulation/", 5},
                                                                  {"model/workload/", 6},
                                                                  {"model/outcome/", 7},
                                                                  {"model/", 8}, // evaluate
                                                                  {"views/", 9},
                                                                  {"app/", 10},
                                                                  {"tests/", 11}}};

int roomOf(std::string_view path) {
    for (const auto& [folder, order] : rooms)
        if (path.starts_with(folder))
            return order;
    return -1; // no room: made at build time, or a library
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

struct Include {
    std::string name;
    bool angled;
};

std::vector<Include> includesOf(const std::string& text) {
    static const std::regex form(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> includes;
    for (const std::string& line : linesOf(text))
        if (std::smatch match; std::regex_search(line, match, form))
            includes.push_back({match[2], match[1] == "<"});
    return includes;
}

bool isQt(const std::string& name) {
    static const std::regex form("Q[A-Zt].*");
    return std::regex_match(name, form);
}

bool isQtCharts(const std::string& name) {
    static const std::regex form(
        "QtCharts.*|Q[A-Za-z]*Series|QChart|QChartView|QChartGlobal|QPolarChart|QLegend|"
        "Q[A-Za-z]*LegendMarker|QAbstractAxis|Q[A-Za-z]*Axis|QBarSet|QBoxSet|QPieSlice");
    return std::regex_match(name, form);
}

bool isStandard(const Include& include) {
    static const std::regex form("[a-z_0-9]+");
    return !include.angled || std::regex_match(include.name, form);
}

// Why this file must not include that one; empty when it may.
std::string reasonAgainst(const std::string& path, const Include& include) {
    const auto in = [&](std::string_view folder) { return path.starts_with(folder); };
    const auto of = [&](std::string_view folder) { return include.name.starts_with(folder); };
    if (in("tests/"))
        return {};
    if (in("model/") && !isStandard(include))
        return "the model is standard C++ alone";
    if ((in("model/") || in("app/files/") || in("app/command/")) && isQt(include.name))
        return "there is no Qt in this room";
    if (isQtCharts(include.name) && !in("views/charts/"))
        return "Qt Charts stays in views/charts";
    if (in("views/") && (of("model/traffic/") || of("model/simulation/") || of("model/workload/")))
        return "a view knows the outcome, not how it was solved";
    if ((in("app/files/") || in("app/command/")) && (of("views/") || of("app/desktop/")))
        return "there is no window in this room";
    if (in("app/files/") && of("app/command/"))
        return "files do not know the command";
    if (roomOf(include.name) > roomOf(path))
        return "a room looks back, never ahead";
    return {};
}

// The text of all comments of a file, without the slashes, as one line each; other lines end a comment.
std::vector<std::string> commentsOf(const std::string& text) {
    std::vector<std::string> comments;
    bool inside = false;
    for (const std::string& line : linesOf(text)) {
        const std::size_t at = line.find("//");
        if (at == std::string::npos) {
            inside = false;
            continue;
        }
        // A comment behind code begins anew; lines of comment alone go on with it.
        if (!inside || line.find_first_not_of(' ') != at)
            comments.emplace_back();
        comments.back() += line.substr(at + 2);
        inside = true;
    }
    return comments;
}

} // namespace

Faults includeFaults(const SourceFile& file) {
    Faults faults;
    for (const Include& include : includesOf(file.text))
        if (const std::string reason = reasonAgainst(file.path, include); !reason.empty())
            faults.push_back(file.path + " includes " + include.name + ": " + reason);
    return faults;
}

Faults captionFaults(const SourceFile& file) {
    const std::vector<std::string> lines = linesOf(file.text);
    if (lines.empty() || lines[0] != "// SPDX-License-Identifier: GPL-3.0-or-later")
        return {file.path + ": the first line does not state the licence"};
    constexpr std::size_t leastCaption = 12;
    if (file.path.ends_with(".h") &&
        (lines.size() < 2 || !lines[1].starts_with("// ") || lines[1].size() < leastCaption))
        return {file.path + ": the second line does not say what the header is"};
    return {};
}

Faults shapeFaults(const SourceFile& file) {
    static const std::regex snakeCase("[a-z0-9_./]+");
    static const std::regex usingStd(R"(using\s+namespace\s+std\s*;)");
    Faults faults;
    const std::size_t lines = linesOf(file.text).size();
    if (lines > mostLines)
        faults.push_back(file.path + ": " + std::to_string(lines) + " lines are more than " +
                         std::to_string(mostLines));
    if (!std::regex_match(file.path, snakeCase))
        faults.push_back(file.path + ": the name is not snake_case");
    if (std::regex_search(file.text, usingStd))
        faults.push_back(file.path + ": opens all of namespace std");
    return faults;
}

std::set<std::string> testNames(const std::vector<SourceFile>& files) {
    static const std::regex form(R"(\bTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\))");
    std::set<std::string> names;
    for (const SourceFile& file : files)
        for (std::sregex_iterator it(file.text.begin(), file.text.end(), form), end; it != end; ++it)
            names.insert((*it)[1].str() + "." + (*it)[2].str());
    return names;
}

Faults promiseFaults(const SourceFile& header, const std::set<std::string>& tests) {
    static const std::regex form(R"(\[(\w+\.\w+)\])");
    static const std::string word = "Promise: ";
    Faults faults;
    for (const std::string& comment : commentsOf(header.text)) {
        for (std::size_t at = comment.find(word); at != std::string::npos;) {
            const std::size_t next = comment.find(word, at + 1);
            const std::string promise = comment.substr(at, next == std::string::npos ? next : next - at);
            std::smatch match;
            if (!std::regex_search(promise, match, form))
                faults.push_back(header.path + ": names no test: " + promise);
            else if (!tests.contains(match[1]))
                faults.push_back(header.path + ": there is no test " + match[1].str());
            at = next;
        }
    }
    return faults;
}

Faults unlistedSources(const std::vector<SourceFile>& files, const std::vector<SourceFile>& lists) {
    static const std::regex word(R"x([^\s()"]+)x");
    std::set<std::string> listed;
    for (const SourceFile& list : lists) {
        const std::string folder = list.path.substr(0, list.path.rfind('/') + 1);
        for (std::sregex_iterator it(list.text.begin(), list.text.end(), word), end; it != end; ++it) {
            const std::string name = it->str();
            const std::size_t variable = name.rfind("}/");
            listed.insert(variable == std::string::npos ? folder + name : name.substr(variable + 2));
        }
    }
    Faults faults;
    for (const SourceFile& file : files)
        if (file.path.ends_with(".cpp") && !listed.contains(file.path))
            faults.push_back(file.path + ": is listed in no CMakeLists.txt");
    return faults;
}

} // namespace supernode
