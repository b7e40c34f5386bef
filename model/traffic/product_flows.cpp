// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/product_flows.h"

#include "model/traffic/patterns.h"
#include "model/traffic/product_sets.h"

#include <algorithm>

namespace supernode {
namespace {

// From levels to bundles.
class Bundler {
public:
    Bundler(const NodeWays& ways, const ProductSets& sets, const ProductPlane& plane,
            const ProductLevels& levels, double perByte, Traffic& traffic)
        : m_ways(ways), m_sets(sets), m_plane(plane), m_p(plane.problem()), m_levels(levels),
          m_perByte(perByte), m_traffic(traffic), m_number(m_p.capacity.size(), Traffic::unused),
          m_load(m_p.capacity.size()) {}

    // False when there are too many uses, or told to stop.
    bool run(Overhead overhead, const std::stop_token& stop) {
        for (std::uint32_t turn = 0; turn < m_levels.order.size(); ++turn) {
            if (stop.stop_requested() || m_traffic.sharing.resource.size() > mostUses)
                return false;
            add(turn, overhead.near);
            if (overhead.far != overhead.near)
                add(turn, overhead.far);
        }
        return true;
    }

private:
    struct Range {
        std::uint32_t first, end;
    };
    Range members(std::uint32_t set) const { return {m_p.firstOfSet[set], m_p.firstOfSet[set + 1]}; }

    // The flows that the link of this turn holds, with this overhead, as one.
    void add(std::uint32_t turn, double overhead) {
        const std::uint32_t link = m_levels.order[turn];
        const auto ends = static_cast<std::uint32_t>(m_p.ends());
        const auto sets = static_cast<std::uint32_t>(m_p.sets());
        m_flows = m_bytes = 0;
        const auto open = [&](std::uint32_t q) {
            return m_p.corridors[q].factor > 0 && m_p.corridors[q].perEnd == overhead &&
                   m_levels.turnOfCorridor[q] >= turn;
        };
        if (link < ends) {
            for (std::uint32_t l = 0, q = m_p.setOf[link] * sets; l < sets; ++l, ++q)
                if (open(q))
                    addBetween(q, {link, link + 1}, members(l), turn);
        } else if (link < 2 * ends) {
            const std::uint32_t end = link - ends;
            for (std::uint32_t k = 0, q = m_p.setOf[end]; k < sets; ++k, q += sets)
                if (open(q))
                    addBetween(q, members(k), {end, end + 1}, turn);
        } else {
            for (std::uint32_t q = 0; q < m_p.corridors.size(); ++q)
                if (m_levels.turnOfCorridor[q] == turn && open(q))
                    addBetween(q, members(q / sets), members(q % sets), turn);
        }
        if (m_flows > 0)
            addFlow(link, m_levels.level[link], overhead);
    }
    void addBetween(std::uint32_t q, Range from, Range to, std::uint32_t turn) {
        const ProductProblem::Corridor& corridor = m_p.corridors[q];
        const std::uint32_t* taken = m_levels.turn.data() + m_p.ends();
        const bool inside = m_sets.inGroup(q);
        double all = 0;
        for (std::uint32_t i = from.first; i < from.end; ++i) {
            if (m_levels.turn[i] < turn)
                continue;
            const double each = m_p.out[i] * corridor.factor;
            double sum = 0;
            for (std::uint32_t j = to.first; j < to.end; ++j) {
                const double bytes = each * m_p.in[j];
                if (taken[j] < turn || bytes <= 0 || (inside && !m_p.apart(i, j)))
                    continue;
                if (m_flows == 0)
                    m_example = {i, j};
                ++m_flows;
                sum += bytes;
                load(m_p.taking(j), bytes * corridor.perEnd);
            }
            if (sum > 0)
                load(m_p.sending(i), sum * corridor.perEnd);
            all += sum;
        }
        m_bytes += all;
        for (std::uint32_t u = corridor.firstUse; u < corridor.endUse && all > 0; ++u)
            load(2 * m_p.ends() + m_p.uses[u].resource, all * m_p.uses[u].load);
    }
    void load(std::size_t link, double amount) {
        if (m_load[link] == 0)
            m_touched.push_back(static_cast<std::uint32_t>(link));
        m_load[link] += amount;
    }
    void addFlow(std::uint32_t link, double level, double overhead) {
        const double mean = m_bytes / m_flows, count = m_ways.symmetry().planes().count(m_plane.planes());
        m_uses.clear();
        for (const std::uint32_t used : m_touched) {
            if (used >= 2 * m_p.ends() || m_ways.shape().hasAttach())
                m_uses.push_back({numberOf(used), m_load[used] / mean});
            m_load[used] = 0;
        }
        m_touched.clear();
        const auto id = [&](std::uint32_t end) {
            return m_ways.fabric().id(ElementKind::Endpoint, m_sets.endpoint(end));
        };
        m_traffic.addFlow({m_flows * count, mean, overhead,
                           m_ways.symmetry().planes().first(m_plane.planes()), Flow::manyPairs,
                           id(m_example.first), id(m_example.second)},
                          m_uses, mean * m_perByte);
        m_traffic.held.push_back({level / m_perByte, numberOf(link)});
    }
    std::uint32_t numberOf(std::uint32_t link) {
        std::uint32_t& number = m_number[link];
        if (number == Traffic::unused) {
            const PlaceLoads& places = m_ways.capacities();
            const PlaceLoads::Place& place = m_plane.place(link);
            number = m_traffic.addResource(channelOf(places.exampleOf(place), place.direction),
                                           m_p.capacity[link]);
            places.visitChannels(place, [&](ChannelId c) { m_traffic.resourceOf[c.value] = number; });
        }
        return number;
    }

    const NodeWays& m_ways;
    const ProductSets& m_sets;
    const ProductPlane& m_plane;
    const ProductProblem& m_p;
    const ProductLevels& m_levels;
    double m_perByte; // weight
    Traffic& m_traffic;
    std::vector<std::uint32_t> m_number; // of links as resources
    std::vector<double> m_load;          // per link, of the bundle that is being added
    std::vector<std::uint32_t> m_touched;
    std::vector<Use> m_uses;
    double m_flows = 0, m_bytes = 0; // in one plane
    std::pair<std::uint32_t, std::uint32_t> m_example;
};

class ProductFlows {
public:
    ProductFlows(const NodeWays& ways, const ProductSets& sets, Overhead overhead)
        : m_ways(ways), m_sets(sets), m_p(sets.bare()), m_overhead(overhead) {
        m_traffic.resourceOf.assign(ways.fabric().channelCount(), Traffic::unused);
    }

    Result<Traffic> run(const std::string& what, const std::stop_token& stop) {
        countPairs();
        for (std::uint32_t c = 0; c < m_ways.symmetry().planes().size(); ++c) {
            m_planes.emplace_back(m_ways, m_sets, m_overhead, c);
            m_levels.push_back(fillProduct(m_planes.back().problem(), stop));
            Bundler bundler(m_ways, m_sets, m_planes.back(), m_levels.back(), perByte(), m_traffic);
            const bool fits = bundler.run(m_overhead, stop);
            if (stop.stop_requested())
                return Result<Traffic>::refused(takenBack());
            if (!fits)
                return Result<Traffic>::refused(tooMany(what));
        }
        findSlowest();
        addPackages();
        m_traffic.who = whoSends();
        return std::move(m_traffic);
    }

private:
    bool inPackage(std::uint32_t a, std::uint32_t b) const { return a != b && !m_p.apart(a, b); }
    template <class Visit>
    void visitPairs(std::uint32_t from, std::uint32_t to, Visit&& visit) const {
        for (std::uint32_t i = m_p.firstOfSet[from]; i < m_p.firstOfSet[from + 1]; ++i)
            for (std::uint32_t j = m_p.firstOfSet[to]; j < m_p.firstOfSet[to + 1]; ++j)
                if (i != j && m_sets.bytes(i, j) > 0)
                    visit(i, j);
    }
    void countPairs() {
        bool cut = false;
        for (std::uint32_t k = 0; k < m_sets.sets(); ++k)
            for (std::uint32_t l = 0; l < m_sets.sets(); ++l) {
                const bool joined = m_sets.joined(k, l).over != 0;
                visitPairs(k, l, [&](std::uint32_t i, std::uint32_t j) {
                    m_bytes += m_sets.bytes(i, j);
                    ++m_pairs;
                    if (joined || inPackage(i, j)) {
                        ++m_traffic.joined;
                    } else {
                        ++m_traffic.undelivered.pairs;
                        cut = true;
                    }
                });
            }
        if (cut)
            nameThoseCutOff();
    }
    // The first in the order of the ranks.
    void nameThoseCutOff() {
        std::vector<std::string>& examples = m_traffic.undelivered.examples;
        const Fabric& f = m_ways.fabric();
        const auto ranks = static_cast<std::uint32_t>(m_p.ends());
        for (std::uint32_t a = 0; a < ranks; ++a)
            for (std::uint32_t b = 0; b < ranks && examples.size() < Undelivered::mostExamples; ++b) {
                const std::uint32_t i = m_sets.number(a), j = m_sets.number(b);
                if (i == j || m_sets.bytes(i, j) <= 0 || inPackage(i, j) ||
                    m_sets.joined(m_sets.setOf(i), m_sets.setOf(j)).over != 0)
                    continue;
                const ElementId from = f.id(ElementKind::Endpoint, m_sets.endpoint(i)),
                                to = f.id(ElementKind::Endpoint, m_sets.endpoint(j));
                examples.push_back(f.name(from) + " to " + f.name(to) + ": " +
                                   whyCut(f, m_ways.state(), from, to, m_ways.shape().network()));
            }
    }
    // Weights are near 1, as byMatrix makes them.
    double perByte() const { return m_pairs / m_bytes * m_ways.shape().planes(); }
    static Issue tooMany(const std::string& what) {
        return {"", what + " load links more than " + std::to_string(mostUses) + " times",
                "this is more than the model can hold: ask for another routing or a smaller machine"};
    }
    void findSlowest() {
        for (std::uint32_t k = 0; k < m_sets.sets(); ++k)
            for (std::uint32_t l = 0; l < m_sets.sets(); ++l)
                if (m_sets.joined(k, l).over != 0)
                    findSlowest(k * m_sets.sets() + l);
    }
    void findSlowest(std::uint32_t q) {
        struct Part {
            const ProductLevels* levels;
            double factor, most;
        };
        std::vector<Part> parts;
        for (std::size_t c = 0; c < m_planes.size(); ++c)
            if (const double factor = m_planes[c].problem().corridors[q].factor; factor > 0)
                parts.push_back({&m_levels[c],
                                 factor * m_ways.symmetry().planes().count(m_planes[c].planes()),
                                 m_levels[c].levelOf(q)});
        const std::uint32_t sets = m_sets.sets();
        const bool inside = m_sets.inGroup(q);
        visitPairs(q / sets, q % sets, [&](std::uint32_t i, std::uint32_t j) {
            if (inside && !m_p.apart(i, j))
                return;
            double level = 0;
            for (const Part& part : parts)
                level += part.factor * std::min({part.most, part.levels->level[m_p.sending(i)],
                                                 part.levels->level[m_p.taking(j)]});
            m_traffic.slowestInBundles = std::min(m_traffic.slowestInBundles, level * m_sets.bytes(i, j));
        });
    }
    // A flow for each pair whose own link joins it.
    void addPackages() {
        for (std::uint32_t i = 0; i < m_p.ends(); ++i)
            for (const std::uint32_t j : m_p.beside[i]) {
                const double bytes = m_sets.bytes(i, j);
                if (i == j || bytes <= 0)
                    continue;
                const std::uint32_t a = m_sets.endpoint(i), b = m_sets.endpoint(j);
                const ChannelId channel =
                    channelOf(m_ways.packageLink(a, b), a < b ? Direction::Up : Direction::Down);
                const Use use{m_traffic.addResource(channel, m_ways.state().capacity[channel.value]),
                              m_overhead.near};
                m_traffic.held.push_back(
                    {m_ways.state().capacity[channel.value] / (use.load * bytes * perByte()), use.resource});
                m_traffic.resourceOf[channel.value] = use.resource;
                m_traffic.addFlow({1, bytes, m_overhead.near, 0, m_traffic.pairs++,
                                   m_ways.fabric().id(ElementKind::Endpoint, a),
                                   m_ways.fabric().id(ElementKind::Endpoint, b)},
                                  {&use, 1}, bytes * perByte());
            }
    }
    PairBytesPtr whoSends() const {
        PairProduct product;
        product.groups = m_sets.sets();
        product.ends.resize(m_ways.shape().endpoints());
        for (std::uint32_t e = 0; e < m_p.ends(); ++e)
            product.ends[m_sets.endpoint(e)] = {m_p.out[e], m_p.in[e], m_p.setOf[e]};
        std::vector<OnePair> ones; // that the links of packages join where no plane does
        for (std::uint32_t k = 0; k < product.groups; ++k)
            for (std::uint32_t l = 0; l < product.groups; ++l)
                product.joined.push_back(m_sets.joined(k, l).over != 0);
        for (std::uint32_t i = 0; i < m_p.ends(); ++i)
            for (const std::uint32_t j : m_p.beside[i])
                if (i != j && m_sets.joined(m_p.setOf[i], m_p.setOf[j]).over == 0)
                    ones.push_back({m_sets.endpoint(i), m_sets.endpoint(j), m_sets.bytes(i, j)});
        auto who = std::make_shared<PairBytes>();
        who->add(std::move(product));
        who->add(std::move(ones));
        return who;
    }

    const NodeWays& m_ways;
    const ProductSets& m_sets;
    const ProductProblem& m_p;
    Overhead m_overhead;
    double m_bytes = 0, m_pairs = 0;
    std::vector<ProductPlane> m_planes; // by class
    std::vector<ProductLevels> m_levels;
    Traffic m_traffic;
};

} // namespace

Result<Traffic> byProduct(const Fabric& fabric, const FabricState& state,
                          const std::vector<std::uint32_t>& ends, std::span<const double> out,
                          std::span<const double> in, Overhead overhead, RouteBy by,
                          const std::stop_token& stop) {
    if (by.rule != Routing::Spread)
        return byMatrix(
            fabric, state, ends, [&](std::size_t i, std::size_t j) { return out[i] * in[j]; }, overhead, by,
            stop);
    const NodeWays ways(fabric, state, by);
    const ProductSets sets(ways, ends, out, in);
    return ProductFlows(ways, sets, overhead)
        .run(std::to_string(ends.size() * (ends.size() - 1)) + " transfers", stop);
}

} // namespace supernode
