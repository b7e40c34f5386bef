// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/pair_bytes.h"

#include <algorithm>
#include <tuple>

namespace supernode {
namespace {

bool before(const OnePair& a, const OnePair& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); }

// As Distance in end_classes.h.
std::uint32_t distanceOf(const PairClasses::Place& a, const PairClasses::Place& b) {
    return a.package != PairClasses::alone && a.package == b.package ? 0
           : a.group == b.group                                      ? 1
           : a.pod == b.pod                                          ? 2
           : a.domain == b.domain                                    ? 3
                                                                     : 4;
}

// Of pairs that are asked one after the other: the next is mostly as the one before.
class ClassBytes {
public:
    explicit ClassBytes(const PairClasses& classes) : m_classes(classes) {}
    double operator()(std::uint32_t from, std::uint32_t to) {
        if (std::max(from, to) >= m_classes.places.size())
            return 0;
        const PairClasses::Place &a = m_classes.places[from], &b = m_classes.places[to];
        const std::uint32_t distance = distanceOf(a, b);
        if (m_last.from == a.type && m_last.to == b.type && m_last.distance == distance)
            return m_last.bytes;
        m_last = {a.type, b.type, distance};
        const auto at = std::lower_bound(m_classes.alike.begin(), m_classes.alike.end(), m_last);
        if (at != m_classes.alike.end() && !(m_last < *at))
            m_last.bytes = at->bytes;
        return m_last.bytes;
    }

private:
    const PairClasses& m_classes;
    PairClasses::Alike m_last{PairClasses::idle, PairClasses::idle, PairClasses::idle, 0};
};

double betweenIn(const PairProduct& product, std::uint32_t from, std::uint32_t to) {
    if (std::max(from, to) >= product.ends.size())
        return 0;
    const PairProduct::End &a = product.ends[from], &b = product.ends[to];
    return product.joined[a.group * product.groups + b.group] ? a.out * b.in : 0;
}

} // namespace

bool PairClasses::Alike::operator<(const Alike& other) const {
    return std::tie(from, to, distance) < std::tie(other.from, other.to, other.distance);
}

void PairBytes::add(PairClasses classes) {
    std::sort(classes.alike.begin(), classes.alike.end());
    if (!classes.alike.empty())
        m_classes.push_back(std::move(classes));
}

void PairBytes::add(PairProduct product) { m_products.push_back(std::move(product)); }

void PairBytes::add(std::vector<OnePair> pairs) {
    if (pairs.empty())
        return;
    if (!std::is_sorted(pairs.begin(), pairs.end(), before))
        std::stable_sort(pairs.begin(), pairs.end(), before);
    const auto own = static_cast<std::ptrdiff_t>(m_pairs.size());
    if (own == 0)
        m_pairs = std::move(pairs);
    else
        m_pairs.insert(m_pairs.end(), pairs.begin(), pairs.end());
    std::inplace_merge(m_pairs.begin(), m_pairs.begin() + own, m_pairs.end(), before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_pairs.size(); ++i)
        if (kept > 0 && !before(m_pairs[kept - 1], m_pairs[i]))
            m_pairs[kept - 1].bytes += m_pairs[i].bytes;
        else
            m_pairs[kept++] = m_pairs[i];
    m_pairs.resize(kept);
}

void PairBytes::add(const PairBytes& more, double times) {
    for (PairClasses classes : more.m_classes) {
        for (PairClasses::Alike& alike : classes.alike)
            alike.bytes *= times;
        m_classes.push_back(std::move(classes));
    }
    for (PairProduct product : more.m_products) {
        for (PairProduct::End& end : product.ends)
            end.out *= times;
        m_products.push_back(std::move(product));
    }
    std::vector<OnePair> pairs = more.m_pairs;
    for (OnePair& pair : pairs)
        pair.bytes *= times;
    add(std::move(pairs));
    if (m_unknown.empty())
        m_unknown = more.m_unknown;
}

double PairBytes::between(std::uint32_t from, std::uint32_t to) const {
    if (from == to)
        return 0;
    double sum = 0;
    for (const PairClasses& classes : m_classes)
        sum += ClassBytes(classes)(from, to);
    for (const PairProduct& product : m_products)
        sum += betweenIn(product, from, to);
    const auto at = std::lower_bound(m_pairs.begin(), m_pairs.end(), OnePair{from, to, 0}, before);
    return at != m_pairs.end() && at->from == from && at->to == to ? sum + at->bytes : sum;
}

std::vector<double> PairBytes::folded(std::span<const std::uint32_t> groupOf, std::uint32_t groups) const {
    std::vector<double> sums(static_cast<std::size_t>(groups) * groups);
    const auto cell = [&](std::uint32_t from, std::uint32_t to) -> double& {
        return sums[static_cast<std::size_t>(groupOf[from]) * groups + groupOf[to]];
    };
    const auto ends = static_cast<std::uint32_t>(groupOf.size());
    const auto addDense = [&](auto takesPart, auto bytesOf) {
        for (std::uint32_t a = 0; a < ends; ++a) {
            if (!takesPart(a))
                continue;
            for (std::uint32_t b = 0; b < ends; ++b)
                if (a != b)
                    cell(a, b) += bytesOf(a, b);
        }
    };
    for (const PairClasses& classes : m_classes)
        addDense([&](std::uint32_t end) { return classes.places[end].type != PairClasses::idle; },
                 ClassBytes(classes));
    for (const PairProduct& product : m_products)
        addDense([&](std::uint32_t end) { return product.ends[end].out > 0; },
                 [&](std::uint32_t a, std::uint32_t b) { return betweenIn(product, a, b); });
    for (const OnePair& pair : m_pairs)
        if (std::max(pair.from, pair.to) < ends)
            cell(pair.from, pair.to) += pair.bytes;
    return sums;
}

} // namespace supernode
