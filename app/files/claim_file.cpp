// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/claim_file.h"

#include "app/files/workload_json.h"

#include <set>

namespace supernode {
namespace {

template <class Word>
void readWord(JsonObject& object, std::string_view key, Word& word) {
    const std::string text = object.text(key);
    if (!fromWord(text, word))
        object.refuse(key, "\"" + text + "\" is not known", "give " + listOf(Word{}));
}

Told readTold(JsonObject& object, std::string_view key) {
    JsonObject told = object.object(key);
    Told made;
    made.en = told.text("en");
    made.zh = told.text("zh");
    told.done();
    return made;
}

std::vector<std::string> readNames(JsonObject& object, std::string_view key) {
    std::vector<std::string> names;
    const nlohmann::json* const list = object.any(key);
    if (!list)
        return names;
    for (const nlohmann::json& name : list->is_array() ? *list : nlohmann::json::array({*list})) {
        if (name.is_string())
            names.push_back(name.get<std::string>());
        else
            object.refuse(key, "holds " + describe(name), "give a list of names");
    }
    return names;
}

ClaimTerm readTerm(JsonObject& object, std::vector<Issue>& issues) {
    ClaimTerm term;
    term.fact = object.textOr("fact", "");
    term.system = object.textOr("system", "");
    term.path = object.textOr("path", "");
    term.metric = object.textOr("metric", "");
    if (object.has("per"))
        readWord(object, "per", term.per);
    if (const nlohmann::json* const block = object.any("workload"))
        term.workload = readWorkload(JsonObject(*block, object.pathOf("workload"), issues), issues);
    const bool isFact = !term.fact.empty() && term.system.empty();
    const bool isOfSystem = term.fact.empty() && !term.system.empty();
    if (!isFact && !isOfSystem)
        object.refuse("fact", "does not stand alone", "give a fact, or a system with a path or a metric");
    else if (isOfSystem && term.path.empty() == term.metric.empty())
        object.refuse("path", "does not say what of the system is meant", "give a path or a metric");
    object.done();
    return term;
}

ClaimReading readReading(JsonObject& object, std::vector<Issue>& issues) {
    ClaimReading reading;
    readWord(object, "role", reading.role);
    if (object.has("form"))
        readWord(object, "form", reading.form);
    reading.name = readTold(object, "name");
    for (JsonObject& term : object.objects("over"))
        reading.over.push_back(readTerm(term, issues));
    for (JsonObject& term : object.objects("under"))
        reading.under.push_back(readTerm(term, issues));
    if (reading.over.empty())
        object.refuse("over", "is empty", "give what is counted");
    object.done();
    return reading;
}

Claim readClaim(JsonObject& row, std::vector<Issue>& issues) {
    Claim claim;
    claim.id = row.text("id");
    claim.title = readTold(row, "title");
    claim.who = row.text("who");
    claim.says = readTold(row, "says");
    if (row.has("number")) {
        claim.number = row.number("number");
        claim.unit = row.text("unit");
        if (*claim.number <= 0)
            row.refuse("number", "is not above zero", "give what is claimed");
    }
    readWord(row, "direction", claim.direction);
    claim.facts = readNames(row, "facts");
    claim.sources = readNames(row, "sources");
    for (JsonObject& reading : row.objects("readings"))
        claim.readings.push_back(readReading(reading, issues));
    if (claim.number && (claim.readings.empty() || claim.readings.front().role != ReadingRole::Ours))
        row.refuse("readings", "do not begin with one of ours", "give it the role \"ours\"");
    claim.reason = readTold(row, "reason");
    row.done();
    return claim;
}

} // namespace

Result<std::vector<Claim>> readClaims(std::string_view json) {
    using Answer = Result<std::vector<Claim>>;
    JsonFile file(json);
    std::vector<Issue>& issues = file.issues();
    if (!file.readable())
        return Answer::refused(issues);
    file.expectKind("claims");
    std::vector<Claim> claims;
    std::set<std::string> ids;
    for (JsonObject& row : file.top().objects("claims")) {
        claims.push_back(readClaim(row, issues));
        if (!ids.insert(claims.back().id).second)
            row.refuse("id", "\"" + claims.back().id + "\" stands here twice", "give each claim its own id");
    }
    file.top().done();
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return claims;
}

} // namespace supernode
