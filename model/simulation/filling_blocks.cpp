// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks: ranges of resources that no flow leaves, as the planes of a machine. Filled one after the other,
// what is at work stays in the nearer caches.
#include "model/simulation/filling_parts.h"

#include <numeric>

namespace supernode {
namespace {

constexpr std::size_t leastUses = 8192; // of a block, so that small blocks go together

} // namespace

// The farthest resource that flows reach from each that they begin at; all others reach themselves.
void Filling::reach() {
    const auto resources = static_cast<std::uint32_t>(m_p.left.size());
    m_blockOf.resize(resources);
    std::iota(m_blockOf.begin(), m_blockOf.end(), 0u);
    const std::uint32_t *firstUse = m_p.firstUse.data(), *resource = m_p.resource;
    std::uint32_t* farthest = m_blockOf.data();
    for (std::size_t f = 0, n = flows(); f < n; ++f) {
        std::uint32_t least = resources, most = 0;
        for (std::uint32_t u = firstUse[f], last = firstUse[f + 1]; u < last; ++u) {
            least = std::min(least, resource[u]);
            most = std::max(most, resource[u]);
        }
        if (least < resources)
            farthest[least] = std::max(farthest[least], most);
    }
}

// The blocks, and the flows of each; false when there is only one.
bool Filling::divide() {
    reach();
    m_firstResource.assign(1, 0);
    m_usesOfBlock.clear();
    const auto resources = static_cast<std::uint32_t>(m_p.left.size());
    std::uint32_t farthest = 0;
    std::size_t uses = 0;
    for (std::uint32_t r = 0; r < resources; ++r) {
        farthest = std::max(farthest, m_blockOf[r]);
        uses += m_count[r];
        m_blockOf[r] = static_cast<std::uint32_t>(m_firstResource.size() - 1);
        if ((farthest == r && uses >= leastUses) || r + 1 == resources) {
            m_firstResource.push_back(r + 1);
            m_usesOfBlock.push_back(uses);
            uses = 0;
        }
    }
    if (m_firstResource.size() == 2)
        return false;
    sortByBlock();
    return true;
}

// Flows in the order of their blocks; one that uses nothing goes with the first.
void Filling::sortByBlock() {
    const std::uint32_t *firstUse = m_p.firstUse.data(), *resource = m_p.resource, *block = m_blockOf.data();
    const auto blockOf = [=](std::size_t f) {
        return firstUse[f] == firstUse[f + 1] ? 0 : block[resource[firstUse[f]]];
    };
    m_firstInBlock.assign(m_firstResource.size(), 0);
    for (std::size_t f = 0, n = flows(); f < n; ++f)
        ++m_firstInBlock[blockOf(f) + 1];
    std::partial_sum(m_firstInBlock.begin(), m_firstInBlock.end(), m_firstInBlock.begin());
    m_inBlock.resize(flows());
    std::vector<std::uint32_t> next(m_firstInBlock.begin(), m_firstInBlock.end() - 1);
    for (std::uint32_t f = 0, n = static_cast<std::uint32_t>(flows()); f < n; ++f)
        m_inBlock[next[blockOf(f)]++] = f;
}

// Copies what stands at each use or flow of a block; an array that is not there stays away.
template <class Visit>
const double* Filling::copyOf(const double* values, std::vector<double>& copy, std::size_t size,
                              Visit&& forEach) {
    if (!values)
        return nullptr;
    copy.resize(size);
    double* next = copy.data();
    forEach([&](std::uint32_t i) { *next++ = values[i]; });
    return copy.data();
}

std::span<const std::uint32_t> Filling::flowsOfBlock(std::size_t block) const {
    return {m_inBlock.data() + m_firstInBlock[block], m_firstInBlock[block + 1] - m_firstInBlock[block]};
}

// A block as a problem of its own.
void Filling::takeBlock(const FillingProblem& whole, std::size_t block) {
    const std::span<const std::uint32_t> members = flowsOfBlock(block);
    const auto forEachFlow = [&](auto&& visit) {
        for (const std::uint32_t f : members)
            visit(f);
    };
    const auto forEachUse = [&](auto&& visit) {
        for (const std::uint32_t f : members)
            for (std::uint32_t u = whole.firstUse[f], last = whole.firstUse[f + 1]; u < last; ++u)
                visit(u);
    };
    Block& own = m_block;
    own.firstUse.resize(members.size() + 1);
    std::uint32_t uses = 0, *firstUse = own.firstUse.data();
    forEachFlow([&](std::uint32_t f) {
        *firstUse++ = uses;
        uses += whole.firstUse[f + 1] - whole.firstUse[f];
    });
    *firstUse = uses;
    const std::uint32_t firstResource = m_firstResource[block];
    own.resource.resize(uses);
    std::uint32_t* resource = own.resource.data();
    forEachUse([&](std::uint32_t u) { *resource++ = whole.resource[u] - firstResource; });
    own.level.resize(members.size());
    own.limitedBy.resize(members.size());
    m_p = {own.firstUse,
           own.resource.data(),
           copyOf(whole.load, own.load, uses, forEachUse),
           copyOf(whole.weight, own.weight, members.size(), forEachFlow),
           copyOf(whole.limit, own.limit, members.size(), forEachFlow),
           whole.left.subspan(firstResource, m_firstResource[block + 1] - firstResource)};
    m_out = {own.level, own.limitedBy};
}

// Its answer goes where that of the whole is wanted.
void Filling::giveBlock(const Filled& out, std::size_t block) const {
    for (std::size_t i = 0; i < m_out.level.size(); ++i) {
        const std::uint32_t f = m_inBlock[m_firstInBlock[block] + i], by = m_out.limitedBy[i];
        out.level[f] = m_out.level[i];
        out.limitedBy[f] = by == nobody ? nobody : by + m_firstResource[block];
    }
}

} // namespace supernode
