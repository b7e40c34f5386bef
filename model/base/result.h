// SPDX-License-Identifier: GPL-3.0-or-later
// A value with warnings, or the issues that explain why there is none.
//
// An Issue is for a person: which field, what is wrong with it, what would be right. Our own bugs are
// asserts, never issues.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace supernode {

struct Issue {
    std::string field;  // "fabric.planes", "changes[2].fail", or "" when the whole input is meant
    std::string reason; // what is wrong, with the value that was met
    std::string remedy; // what would be right

    bool operator==(const Issue&) const = default;
};

// "field: reason; remedy", the one way an issue is put into words.
std::string toSentence(const Issue& issue);

template <class T>
class Result {
public:
    Result(T value, std::vector<Issue> warnings = {})
        : m_value(std::move(value)), m_issues(std::move(warnings)) {}
    static Result refused(std::vector<Issue> issues) {
        assert(!issues.empty());
        return Result(std::move(issues));
    }
    static Result refused(Issue issue) { return refused(std::vector<Issue>{std::move(issue)}); }

    explicit operator bool() const { return m_value.has_value(); }
    const T& value() const& {
        assert(m_value);
        return *m_value;
    }
    T&& value() && {
        assert(m_value);
        return std::move(*m_value);
    }
    const T* operator->() const { return &value(); }
    const T& operator*() const& { return value(); }

    // Warnings when there is a value, errors when there is none.
    const std::vector<Issue>& issues() const { return m_issues; }

private:
    explicit Result(std::vector<Issue> issues) : m_issues(std::move(issues)) {}

    std::optional<T> m_value;
    std::vector<Issue> m_issues;
};

} // namespace supernode
