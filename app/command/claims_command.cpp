// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/table.h"
#include "app/files/builtin.h"
#include "app/files/claim_check.h"
#include "app/files/json_reader.h"

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

std::string turnText(Turn turn) {
    return turn == Turn::Keeps   ? ""
           : turn == Turn::Level ? ", level by another count"
                                 : ", turned round by another count";
}

std::string valueText(const CheckedClaim& c, std::size_t i) {
    const std::optional<double>& value = c.readings[i].value;
    const bool isBeside = c.claim.readings[i].role == ReadingRole::Beside;
    return value ? claimedText(*value, isBeside ? "x" : c.claim.unit) : "–";
}

std::string sourceText(const Source& source) { return source.title + ", " + std::to_string(source.year); }

std::string toText(const CheckedClaim& c) {
    std::string text = c.claim.id + "  " + c.claim.title.en + "\n" +
                       wrapped(c.claim.who + ": " + c.claim.says.en + " (" +
                                   std::string(toWord(c.claim.direction)) + " for CloudMatrix 384)",
                               4) +
                       wrapped(std::string(toWord(c.verdict)) + turnText(c.turn), 4) +
                       wrapped(reasonOf(c, "en"), 4);
    for (std::size_t i = 0; i < c.readings.size(); ++i)
        text += wrapped(valueText(c, i) + "  " + c.claim.readings[i].name.en + " = " +
                            formulaOf(c.claim.readings[i], c.readings[i]),
                        6);
    for (const Source& source : c.sources)
        text += wrapped(sourceText(source), 4);
    return text;
}

Json toJson(const std::vector<CheckedTerm>& terms) {
    Json list = Json::array();
    for (const CheckedTerm& t : terms)
        list.push_back({{"name", t.term.name},
                        {"value", numberToJson(t.term.value)},
                        {"unit", t.term.unit},
                        {"grade", toString(t.term.grade)},
                        {"path", t.term.path},
                        {"fact", t.fact},
                        {"source", t.source.title}});
    return list;
}

Json toJson(const CheckedClaim& c) {
    Json readings = Json::array(), sources = Json::array();
    for (std::size_t i = 0; i < c.readings.size(); ++i) {
        const CheckedReading& reading = c.readings[i];
        readings.push_back({{"role", toWord(c.claim.readings[i].role)},
                            {"name", c.claim.readings[i].name.en},
                            {"value", reading.value ? numberToJson(*reading.value) : Json()},
                            {"formula", formulaOf(c.claim.readings[i], reading)},
                            {"over", toJson(reading.over)},
                            {"under", toJson(reading.under)}});
    }
    for (const Source& source : c.sources)
        sources.push_back({{"title", source.title}, {"address", source.address}, {"year", source.year}});
    return {{"id", c.claim.id},
            {"title", c.claim.title.en},
            {"who", c.claim.who},
            {"says", c.claim.says.en},
            {"direction", toWord(c.claim.direction)},
            {"claimed", c.claim.number ? numberToJson(*c.claim.number) : Json()},
            {"unit", c.claim.unit},
            {"found", c.found() ? numberToJson(*c.found()) : Json()},
            {"verdict", toWord(c.verdict)},
            {"turned", c.turn == Turn::Turns},
            {"reason", reasonOf(c, "en")},
            {"readings", std::move(readings)},
            {"facts", c.claim.facts},
            {"sources", std::move(sources)}};
}

} // namespace

Result<std::string> claimsCommand(const std::string& query, Format format) {
    std::vector<Claim> claims;
    std::string known;
    for (Claim& claim : builtinClaims()) {
        known += (known.empty() ? "" : ", ") + claim.id;
        if (query.empty() || claim.id == query)
            claims.push_back(std::move(claim));
    }
    if (claims.empty())
        return Result<std::string>::refused(
            Issue{"", "there is no claim \"" + query + "\"", "the claims are " + known});
    std::vector<ClaimedMachine> machines;
    for (const SystemPtr& system : builtinSystems())
        machines.push_back({system});
    const std::vector<CheckedClaim> checked = checkClaims(claims, builtinFacts(), machines);
    if (format == Format::Json) {
        Json out{{"claims", Json::array()}};
        for (const CheckedClaim& c : checked)
            out["claims"].push_back(toJson(c));
        return out.dump(2) + "\n";
    }
    std::string text;
    for (const CheckedClaim& c : checked)
        text += (text.empty() ? "" : "\n") + toText(c);
    return text;
}

} // namespace supernode
