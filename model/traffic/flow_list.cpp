// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers one by one: every pair and plane is a flow of its own.
#include "model/traffic/traffic.h"
#include "model/traffic/usable.h"

namespace supernode {
namespace {

class FlowList {
public:
    FlowList(const Fabric& fabric, const FabricState& state, Overhead overhead)
        : m_f(fabric), m_state(state), m_overhead(overhead) {
        m_traffic.resourceOf.assign(fabric.channelCount(), Traffic::unused);
    }

    void add(const Transfer& t) {
        const std::size_t a = nodeOf(t.from), b = nodeOf(t.to);
        const bool far = m_f.system().twoTier() && a != b;
        struct Route {
            std::uint32_t plane;
            std::vector<std::uint32_t> spines;
        };
        std::vector<Route> routes;
        for (std::uint32_t p = 0; p < m_f.count(ElementKind::Plane); ++p) {
            if (!carries(linkOf(t.from, p), Direction::Up) || !carries(linkOf(t.to, p), Direction::Down))
                continue;
            std::vector<std::uint32_t> spines;
            if (far)
                spines = usableSpines(m_f, m_state, a, b, p);
            if (!far || !spines.empty())
                routes.push_back({p, std::move(spines)});
        }
        if (routes.empty())
            return refuse(t);
        const double overhead = far ? m_overhead.far : m_overhead.near;
        for (const Route& route : routes) {
            m_uses.clear();
            use(linkOf(t.from, route.plane), Direction::Up, overhead);
            for (const std::uint32_t k : route.spines) {
                const double share = overhead / static_cast<double>(route.spines.size());
                use(m_f.uplink(a, route.plane, k), Direction::Up, share);
                use(m_f.uplink(b, route.plane, k), Direction::Down, share);
            }
            use(linkOf(t.to, route.plane), Direction::Down, overhead);
            m_traffic.addFlow({1, t.bytes / static_cast<double>(routes.size()), overhead, route.plane,
                               m_traffic.pairs, t.from, t.to},
                              m_uses);
        }
        ++m_traffic.pairs;
        m_traffic.joined += 1;
    }

    Traffic take() { return std::move(m_traffic); }

private:
    bool isCpu(ElementId end) const { return m_f.element(end).kind == ElementKind::Cpu; }
    std::size_t nodeOf(ElementId end) const {
        const Element e = m_f.element(end);
        return isCpu(end) ? m_f.element(e.parent).index : m_f.nodeOfEndpoint(e.index);
    }
    LinkId linkOf(ElementId end, std::size_t plane) const {
        const std::size_t index = m_f.element(end).index;
        return isCpu(end) ? m_f.cpuLink(index, plane) : m_f.endpointLink(index, plane);
    }
    bool carries(LinkId link, Direction direction) const {
        return link.valid() && m_state.capacity[channelOf(link, direction).value] > 0;
    }
    void use(LinkId link, Direction direction, double load) {
        const ChannelId channel = channelOf(link, direction);
        std::uint32_t& resource = m_traffic.resourceOf[channel.value];
        if (resource == Traffic::unused)
            resource = m_traffic.addResource(channel, m_state.capacity[channel.value]);
        m_uses.push_back({resource, load});
    }
    void refuse(const Transfer& t) {
        Undelivered& u = m_traffic.undelivered;
        if (++u.pairs > Undelivered::mostExamples)
            return;
        const char* why = !m_state.alive(t.from) ? "the sender is down"
                          : !m_state.alive(t.to) ? "the receiver is down"
                                                 : "no plane joins them";
        u.examples.push_back(m_f.name(t.from) + " to " + m_f.name(t.to) + ": " + why);
    }

    const Fabric& m_f;
    const FabricState& m_state;
    Overhead m_overhead;
    std::vector<Use> m_uses; // of the flow that is being added
    Traffic m_traffic;
};

} // namespace

Result<Traffic> transfers(const Fabric& fabric, const FabricState& state, std::span<const Transfer> list,
                          Overhead overhead) {
    if (const std::optional<Issue> issue = tooMany(fabric, static_cast<double>(list.size()), "the transfers"))
        return Result<Traffic>::refused(*issue);
    FlowList flows(fabric, state, overhead);
    for (const Transfer& t : list)
        flows.add(t);
    return flows.take();
}

} // namespace supernode
