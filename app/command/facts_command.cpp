// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/commands.h"

#include "app/command/table.h"
#include "app/files/builtin.h"
#include "app/files/json_reader.h"

#include <algorithm>
#include <cctype>

namespace supernode {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

// The fact of that id alone, or else every fact in which the word stands.
std::vector<PublishedFact> matching(const FactTable& table, const std::string& query) {
    const std::string word = lower(query);
    std::vector<PublishedFact> found;
    for (const PublishedFact& fact : table.facts) {
        if (lower(fact.id) == word)
            return {fact};
        const std::string all = lower(fact.id + " " + fact.system + " " + fact.quantity + " " + fact.value);
        if (all.find(word) != std::string::npos)
            found.push_back(fact);
    }
    return found;
}

std::string unitOf(const PublishedFact& fact) {
    return fact.unit == "text" || fact.unit == "claim" ? "" : " " + fact.unit;
}

std::string factsToText(const std::vector<PublishedFact>& facts, const FactTable& table) {
    std::string text;
    for (const PublishedFact& fact : facts) {
        const Source& source = table.sources.at(fact.source);
        text += fact.id + "  " + fact.system + "\n" + wrapped(fact.quantity, 4) +
                wrapped("= " + fact.value + unitOf(fact), 4) + "    " + std::string(toString(fact.grade)) +
                ", " + fact.confidence + " confidence\n" +
                wrapped(source.title + ", " + std::to_string(source.year) +
                            (source.address.empty() ? "" : ", " + source.address),
                        4);
    }
    return text;
}

std::string factsToJson(const std::vector<PublishedFact>& facts, const FactTable& table) {
    nlohmann::ordered_json out;
    out["facts"] = nlohmann::ordered_json::array();
    for (const PublishedFact& fact : facts) {
        const Source& source = table.sources.at(fact.source);
        nlohmann::ordered_json numbers = nlohmann::ordered_json::array();
        for (const double number : fact.numbers)
            numbers.push_back(numberToJson(number));
        out["facts"].push_back({{"id", fact.id},
                                {"system", fact.system},
                                {"quantity", fact.quantity},
                                {"value", fact.value},
                                {"numbers", std::move(numbers)},
                                {"unit", fact.unit},
                                {"grade", toString(fact.grade)},
                                {"confidence", fact.confidence},
                                {"source", source.title},
                                {"address", source.address},
                                {"year", source.year}});
    }
    return out.dump(2) + "\n";
}

} // namespace

Result<std::string> factsCommand(const std::string& query, Format format) {
    const FactTable table = builtinFacts();
    const std::vector<PublishedFact> found = matching(table, query);
    if (found.empty())
        return Result<std::string>::refused(Issue{
            "", "no fact has the id or holds the word \"" + query + "\"", "try another word, e.g. HBM"});
    return format == Format::Json ? factsToJson(found, table) : factsToText(found, table);
}

} // namespace supernode
