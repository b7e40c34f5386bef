// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/fact_file.h"

#include "app/files/sources.h"

namespace supernode {
namespace {

std::string shownValue(const nlohmann::json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

void readValue(JsonObject& row, PublishedFact& fact) {
    const nlohmann::json* value = row.any("value");
    if (!value || !(value->is_number() || value->is_string() || value->is_array())) {
        row.refuse("value", value ? "is " + describe(*value) : "is missing",
                   "give a number, a text or a list");
        return;
    }
    for (const nlohmann::json& part : value->is_array() ? *value : nlohmann::json::array({*value})) {
        if (!part.is_number() && !part.is_string())
            row.refuse("value", "holds " + describe(part), "give numbers or texts");
        fact.value += (fact.value.empty() ? "" : " / ") + shownValue(part);
        if (part.is_number())
            fact.numbers.push_back(part.get<double>());
    }
}

PublishedFact readFact(JsonObject& row, const std::map<std::string, Source>& sources) {
    PublishedFact fact;
    fact.id = row.text("id");
    fact.system = row.text("system");
    fact.quantity = row.text("quantity");
    readValue(row, fact);
    fact.unit = row.text("unit");
    const std::string basis = row.text("basis");
    if (const std::optional<Grade> grade = gradeFromString(basis))
        fact.grade = *grade;
    else
        row.refuse("basis", "\"" + basis + "\" is no grade",
                   "give vendor, paper, measured, analyst, press or derived");
    fact.confidence = row.text("confidence");
    fact.source = row.text("source");
    if (!sources.contains(fact.source))
        row.refuse("source", "\"" + fact.source + "\" is not among the sources of this file",
                   "add it under \"sources\"");
    row.done();
    return fact;
}

} // namespace

const PublishedFact* FactTable::find(std::string_view id) const {
    for (const PublishedFact& fact : facts)
        if (fact.id == id)
            return &fact;
    return nullptr;
}

Result<FactTable> readFacts(std::string_view json) {
    using Answer = Result<FactTable>;
    JsonFile file(json);
    JsonObject& top = file.top();
    std::vector<Issue>& issues = file.issues();
    if (!file.readable())
        return Answer::refused(issues);
    file.expectKind("facts");
    FactTable table;
    table.sources = readSources(top);
    for (JsonObject& row : top.objects("facts"))
        table.facts.push_back(readFact(row, table.sources));
    top.done();
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return table;
}

} // namespace supernode
