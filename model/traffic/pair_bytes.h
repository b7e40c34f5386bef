// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends how many bytes to whom, without a number for each pair.
//
// Kept as it was made: by classes of ends (a few numbers for an all-to-all of 589,056 pairs), as a product of
// what each end sends and takes, pair by pair only where a pattern differs pair by pair. Pairs that no way
// joins have 0. Ends are numbered endpoints first, then CPUs, as in NetworkShape. Units: bytes of payload.
// Limit: with a switch that adds what all send there are no pairs; unknown() says so.
// Ownership: immutable once it is shared. Thread: read anywhere. Cost: a look-up is O(log pairs), folding
// O(pairs).
// Promise: the pairs make up what the flows carry. [PairBytes.MakeUpWhatTheFlowsCarry]
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace supernode {

// Alike pairs have the same bytes: those of two classes at one distance.
struct PairClasses {
    static constexpr std::uint32_t idle = 0xffffffffu;
    static constexpr std::uint32_t alone = 0xffffffffu; // in no package whose ends talk over its own links

    struct Place { // of an end
        std::uint32_t type = idle;
        std::uint32_t package = alone;
        std::uint32_t group = 0, pod = 0, domain = 0;
    };
    struct Alike {
        std::uint32_t from = 0, to = 0, distance = 0;
        double bytes = 0; // of each pair
        bool operator<(const Alike& other) const;
    };
    std::vector<Place> places; // per end
    std::vector<Alike> alike;  // sorted
};

// End i sends out[i] x in[j] bytes to end j, where their groups are joined.
struct PairProduct {
    struct End {
        double out = 0, in = 0;
        std::uint32_t group = 0;
    };
    std::vector<End> ends; // per endpoint
    std::uint32_t groups = 0;
    std::vector<std::uint8_t> joined; // groups x groups
};

struct OnePair {
    std::uint32_t from = 0, to = 0;
    double bytes = 0;
};

class PairBytes {
public:
    void add(PairClasses classes);
    void add(PairProduct product);
    void add(std::vector<OnePair> pairs);
    void add(const PairBytes& more, double times = 1);
    void setUnknown(std::string sentence) { m_unknown = std::move(sentence); }

    double between(std::uint32_t from, std::uint32_t to) const; // from == to: 0
    // Sums over groups of endpoints, sender by sender (row-major); groupOf has one entry for each endpoint,
    // ends behind it are left out. What stays inside a group is in the diagonal.
    std::vector<double> folded(std::span<const std::uint32_t> groupOf, std::uint32_t groups) const;
    // Why it is not known who sends to whom; "" when it is.
    const std::string& unknown() const { return m_unknown; }
    bool empty() const { return m_classes.empty() && m_products.empty() && m_pairs.empty(); }

private:
    std::vector<PairClasses> m_classes;
    std::vector<PairProduct> m_products;
    std::vector<OnePair> m_pairs; // sorted by sender and receiver; each pair once
    std::string m_unknown;
};
using PairBytesPtr = std::shared_ptr<const PairBytes>;

} // namespace supernode
