// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/traffic/single_flows.h"

#include <algorithm>

namespace supernode::test {
namespace {

struct Path {
    std::vector<LinkId> up, down;
};

class Single {
public:
    Single(const Fabric& fabric, const FabricState& state) : m_f(fabric), m_state(state) {
        traffic.resourceOf.assign(fabric.channelCount(), Traffic::unused);
    }

    void add(const Transfer& t, Overhead overhead, Routing rule) {
        const std::size_t a = m_f.element(t.from).index, b = m_f.element(t.to).index;
        // As many flows as a pair has when all planes join it.
        const double all = rule == Routing::Spread ? static_cast<double>(m_f.count(ElementKind::Plane)) : 1;
        if (m_state.package == PackagePath::Link && up(m_f.dieLink(a, b))) {
            std::vector<Use> uses;
            use(uses, m_f.dieLink(a, b), a < b ? Direction::Up : Direction::Down, overhead.near);
            traffic.addFlow({1, t.bytes, overhead.near, 0, traffic.pairs++, t.from, t.to}, uses,
                            t.weight * all);
            return;
        }
        std::vector<std::vector<Path>> planes;
        for (std::size_t p = 0; p < m_f.count(ElementKind::Plane); ++p)
            planes.push_back(pathsIn(a, b, p));
        if (rule == Routing::PlanePerDestination)
            keepOne(planes, b);
        const auto living =
            std::count_if(planes.begin(), planes.end(), [](const auto& p) { return !p.empty(); });
        if (living == 0) {
            ++traffic.undelivered.pairs;
            return;
        }
        const double wire = group(a) == group(b) ? overhead.near : overhead.far;
        for (std::uint32_t p = 0; p < planes.size(); ++p) {
            if (planes[p].empty())
                continue;
            std::vector<Use> uses;
            use(uses, m_f.endpointLink(a, p), Direction::Up, wire);
            use(uses, m_f.endpointLink(b, p), Direction::Down, wire);
            for (const Path& path : planes[p]) {
                const double share = shareOf(planes[p], path);
                for (const LinkId link : path.up)
                    use(uses, link, Direction::Up, wire * share);
                for (const LinkId link : path.down)
                    use(uses, link, Direction::Down, wire * share);
            }
            traffic.addFlow(
                {1, t.bytes / static_cast<double>(living), wire, p, traffic.pairs, t.from, t.to}, uses,
                t.weighing == Weighing::ByBytes ? t.weight * all / static_cast<double>(living) : t.weight);
        }
        ++traffic.pairs;
    }

    Traffic traffic;

private:
    std::size_t group(std::size_t e) const {
        const std::size_t node = m_f.nodeOfEndpoint(e);
        return m_f.system().twoTier() ? node : m_f.supernodeOfNode(node);
    }
    bool up(LinkId link) const {
        return link.valid() && m_state.capacity[channelOf(link, Direction::Up).value] > 0 &&
               m_state.capacity[channelOf(link, Direction::Down).value] > 0;
    }
    // Every way above the links of the two ends; one without links where they meet at once.
    std::vector<Path> pathsIn(std::size_t a, std::size_t b, std::size_t p) const {
        const std::size_t na = m_f.nodeOfEndpoint(a), nb = m_f.nodeOfEndpoint(b);
        if (!up(m_f.endpointLink(a, p)) || !up(m_f.endpointLink(b, p)) ||
            m_f.supernodeOfNode(na) != m_f.supernodeOfNode(nb))
            return {};
        if (group(a) == group(b))
            return {Path{}};
        std::vector<Path> paths;
        const std::size_t pa = m_f.podOfNode(na), pb = m_f.podOfNode(nb);
        for (std::size_t k = 0; k < static_cast<std::size_t>(m_f.system().spinesPerPlane()); ++k) {
            const LinkId out = m_f.uplink(na, p, k), in = m_f.uplink(nb, p, k);
            if (!up(out) || !up(in))
                continue;
            if (pa == pb)
                paths.push_back({{out}, {in}});
            for (std::size_t j = 0; pa != pb && j < static_cast<std::size_t>(m_f.system().coresPerSpine());
                 ++j)
                if (up(m_f.coreLink(pa, p, k, j)) && up(m_f.coreLink(pb, p, k, j)))
                    paths.push_back({{out, m_f.coreLink(pa, p, k, j)}, {in, m_f.coreLink(pb, p, k, j)}});
        }
        return paths;
    }
    // Even over the second tier, and even over the third above each chip of it.
    static double shareOf(const std::vector<Path>& paths, const Path& path) {
        if (path.up.empty())
            return 0;
        double chips = 0, sameChip = 0;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            chips += i == 0 || paths[i].up[0] != paths[i - 1].up[0];
            sameChip += paths[i].up[0] == path.up[0];
        }
        return 1 / chips / sameChip;
    }
    static void keepOne(std::vector<std::vector<Path>>& planes, std::size_t to) {
        bool found = false;
        for (std::size_t i = 0; i < planes.size(); ++i) {
            auto& plane = planes[(to + i) % planes.size()];
            if (found)
                plane.clear();
            found = found || !plane.empty();
        }
    }
    void use(std::vector<Use>& uses, LinkId link, Direction d, double load) {
        const ChannelId channel = channelOf(link, d);
        std::uint32_t& r = traffic.resourceOf[channel.value];
        if (r == Traffic::unused)
            r = traffic.addResource(channel, m_state.capacity[channel.value]);
        for (Use& known : uses)
            if (known.resource == r) {
                known.load += load;
                return;
            }
        uses.push_back({r, load});
    }

    const Fabric& m_f;
    const FabricState& m_state;
};

} // namespace

Traffic singleFlows(const Fabric& fabric, const FabricState& state, const std::vector<Transfer>& list,
                    Overhead overhead, Routing rule) {
    Single single(fabric, state);
    for (const Transfer& t : list)
        if (t.bytes > 0)
            single.add(t, overhead, rule);
    return std::move(single.traffic);
}

std::vector<double> channelLoads(const Fabric& fabric, const Traffic& traffic, const Sharing& sharing) {
    std::vector<double> load(traffic.sharing.resources()), channel(fabric.channelCount());
    for (std::size_t f = 0; f < traffic.flows.size(); ++f)
        for (const Use use : traffic.usesOf(f))
            load[use.resource] += use.load * sharing.rate[f];
    for (std::size_t c = 0; c < channel.size(); ++c)
        if (traffic.resourceOf[c] != Traffic::unused)
            channel[c] = load[traffic.resourceOf[c]];
    return channel;
}

} // namespace supernode::test
