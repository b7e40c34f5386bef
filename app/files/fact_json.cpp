// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/fact_json.h"

#include <cctype>

namespace supernode {

void readProvenance(JsonObject& object, const std::map<std::string, Source>& sources, Provenance& from) {
    const std::string word = object.text("grade");
    const std::optional<Grade> grade = gradeFromString(word);
    if (!grade && !word.empty())
        object.refuse(
            "grade", "\"" + word + "\" is no grade",
            "give vendor, paper, measured, analyst, press, derived, fitted, assumption or modelled");
    from.grade = grade.value_or(Grade::Assumption);
    from.id = object.textOr("fact", "");
    from.note = object.textOr("note", "");
    from.source = from.grade == Grade::Assumption ? object.textOr("source", "") : object.text("source");
    if (!from.source.empty() && !sources.contains(from.source))
        object.refuse("source", "\"" + from.source + "\" is not among the sources of this file",
                      "add it under \"sources\"");
}

std::vector<Provenance> readAlso(JsonObject& object, const std::map<std::string, Source>& sources,
                                 const std::string& unit) {
    std::vector<Provenance> all;
    if (!object.has("also"))
        return all;
    for (JsonObject& one : object.objects("also")) {
        Provenance& from = all.emplace_back();
        from.shown = one.number("value");
        from.unit = unit;
        if (one.present() && !(from.shown > 0))
            one.refuse("value", "is not above 0", "give what the document prints, in " + unit);
        readProvenance(one, sources, from);
        one.done();
    }
    return all;
}

bool isFileId(std::string_view text) {
    for (const char c : text)
        if (!std::isdigit(static_cast<unsigned char>(c)) && !std::islower(static_cast<unsigned char>(c)) &&
            c != '-')
            return false;
    return !text.empty();
}

} // namespace supernode
