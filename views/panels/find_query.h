// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types to find parts of the machine: a name, a kind, a condition.
//
// "node 18" a name, or the beginning of one; "links" a kind; "links > 90 %", "dies <= 5" a kind and how busy;
// "> 90" links; "failed", "links failed", "slowed" what a what-if did. Kinds have the words of the machine,
// in English and in the current language; the case does not matter. How busy is what the inspector calls the
// busiest link. Pure; any thread. Errors: a kind that the machine has not, a share outside 0 to 100 %.
// Promise: what is found is what the words say. [FindQuery.WhatIsFoundIsWhatTheWordsSay]
#pragma once

#include "model/outcome/outcome.h"
#include "views/panels/kind_words.h"

#include <optional>

namespace supernode {

struct FindQuery {
    enum class Test : std::uint8_t { All, Above, AtLeast, Below, AtMost, Failed, Slowed };

    std::optional<ElementKind> kind; // none: a name, or what a what-if did
    Test test = Test::All;
    double percent = 0;
    QString name; // "" when a kind or a condition is meant

    bool operator==(const FindQuery&) const = default;
};

Result<FindQuery> readFind(const QString& text, const std::vector<KindNames>& kinds);

struct Found {
    ElementId element;
    double utilization = 0; // 0..1
    bool failed = false;
};
// The busiest first where the query asks how busy; names that are met whole first, then in the order of the
// machine, at most `most` of them.
std::vector<Found> findIn(const Outcome& outcome, const Interval& interval, const FindQuery& query,
                          std::size_t most);

// "links above 90 %", for a line that offers all of them.
QString queryWords(const FindQuery& query, const std::vector<KindNames>& kinds);

} // namespace supernode
