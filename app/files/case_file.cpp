// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/case_file.h"

#include "app/files/workload_json.h"

#include <array>
#include <set>
#include <utility>

namespace supernode {
namespace {

constexpr std::array<std::pair<std::string_view, CaseRole>, 3> roles{{{"calibration", CaseRole::Calibration},
                                                                      {"prediction", CaseRole::Prediction},
                                                                      {"identity", CaseRole::Identity}}};

CaseRole readRole(JsonObject& row) {
    const std::string word = row.text("role");
    for (const auto& [name, role] : roles)
        if (name == word)
            return role;
    row.refuse("role", "\"" + word + "\" is not known", "give calibration, prediction or identity");
    return CaseRole::Prediction;
}

PublishedCase readCase(JsonObject& row) {
    PublishedCase c;
    c.id = row.text("id");
    c.system = row.text("system");
    if (const nlohmann::json* block = row.any("workload"))
        c.workload = readWorkload(JsonObject(*block, "workload", c.missing), c.missing);
    else
        row.refuse("workload", "is missing", "give the workload block of a scenario");
    c.quantity = row.text("quantity");
    c.published = row.number("published");
    c.unit = row.text("unit");
    c.tolerance = row.number("tolerance");
    if (c.published == 0)
        row.refuse("published", "is zero, and no error relative to it can be told", "give another number");
    if (c.tolerance < 0)
        row.refuse("tolerance", "is below zero", "give a share such as 0.1");
    c.role = readRole(row);
    c.fact = row.textOr("fact", "");
    c.source = row.textOr("source", "");
    c.note = row.textOr("note", "");
    row.done();
    return c;
}

} // namespace

std::string_view toString(CaseRole role) {
    for (const auto& [name, r] : roles)
        if (r == role)
            return name;
    return "prediction";
}

Result<std::vector<PublishedCase>> readCases(std::string_view json) {
    using Answer = Result<std::vector<PublishedCase>>;
    JsonFile file(json);
    JsonObject& top = file.top();
    std::vector<Issue>& issues = file.issues();
    if (!file.readable())
        return Answer::refused(issues);
    if (top.has("kind"))
        file.expectKind("cases");
    std::vector<PublishedCase> cases;
    std::set<std::string> ids;
    for (JsonObject& row : top.objects("cases")) {
        cases.push_back(readCase(row));
        if (!ids.insert(cases.back().id).second)
            row.refuse("id", "\"" + cases.back().id + "\" stands here twice", "give each case its own id");
    }
    top.done();
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return cases;
}

} // namespace supernode
