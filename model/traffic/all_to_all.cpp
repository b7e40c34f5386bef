// SPDX-License-Identifier: GPL-3.0-or-later
// All-to-all by classes. Two endpoints are in one class when their links are equally fast plane by plane and
// their nodes are in one class; two nodes are in one class when their uplinks are equally fast one by one and
// they hold the same endpoints. Exchanging members of a class is an automorphism of the damaged fabric.
#include "model/traffic/traffic.h"
#include "model/traffic/usable.h"

#include <algorithm>
#include <map>
#include <utility>

namespace supernode {
namespace {

// Numbers the distinct keys in the order of their first appearance.
template <class Key>
class Numbering {
public:
    std::uint32_t of(Key key) {
        return m_numbers.try_emplace(std::move(key), static_cast<std::uint32_t>(m_numbers.size()))
            .first->second;
    }

private:
    std::map<Key, std::uint32_t> m_numbers;
};

struct EndpointClass {
    std::uint32_t group = 0; // class of its node
    double perNode = 0;
    std::size_t example = 0;
    std::vector<std::size_t> members;
};
struct GroupClass { // a class of nodes; with one tier the whole machine is one
    double nodes = 0;
    std::size_t example = 0;
    std::vector<std::size_t> members;
};

class ClassedAllToAll {
public:
    ClassedAllToAll(const Fabric& fabric, const FabricState& state, double bytesPerPair, Overhead overhead)
        : m_f(fabric), m_state(state), m_bytes(bytesPerPair), m_overhead(overhead),
          m_planes(fabric.count(ElementKind::Plane)),
          m_spines(static_cast<std::size_t>(fabric.system().spinesPerPlane())) {}

    Result<Traffic> build() {
        m_traffic.resourceOf.assign(m_f.channelCount(), Traffic::unused);
        classify();
        const auto classes = static_cast<double>(m_endpoints.size());
        if (const std::optional<Issue> issue =
                tooMany(m_f, classes * classes, std::to_string(m_endpoints.size()) + " kinds of endpoints"))
            return Result<Traffic>::refused(*issue);
        addResources();
        for (std::uint32_t a = 0; a < m_endpoints.size(); ++a)
            for (std::uint32_t b = 0; b < m_endpoints.size(); ++b) {
                if (m_endpoints[a].group == m_endpoints[b].group)
                    addPair(a, b, Place::Near);
                if (m_f.system().twoTier())
                    addPair(a, b, Place::Far);
            }
        reportDown();
        return std::move(m_traffic);
    }

private:
    enum class Place : std::uint8_t { Near, Far };

    double capacity(LinkId link, Direction d) const { return m_state.capacity[channelOf(link, d).value]; }
    bool alive(std::size_t endpoint) const { return m_state.alive(m_f.id(ElementKind::Endpoint, endpoint)); }

    void classify() {
        const bool two = m_f.system().twoTier();
        const std::size_t groups = two ? m_f.count(ElementKind::Node) : 1;
        const std::size_t perGroup = m_f.count(ElementKind::Endpoint) / groups;
        Numbering<std::vector<double>> looks, nodes;
        Numbering<std::pair<std::uint32_t, std::uint32_t>> endpoints;
        for (std::size_t g = 0; g < groups; ++g) {
            std::vector<std::uint32_t> look;
            for (std::size_t e = g * perGroup; e < (g + 1) * perGroup; ++e)
                look.push_back(alive(e) ? looks.of(endpointLook(e)) : Traffic::unused);
            const std::uint32_t group = nodes.of(nodeLook(g, look));
            if (group == m_groups.size())
                m_groups.push_back({0, g, {}});
            m_groups[group].nodes += 1;
            m_groups[group].members.push_back(g);
            for (std::size_t i = 0; i < perGroup; ++i) {
                if (look[i] == Traffic::unused)
                    continue;
                const std::uint32_t number = endpoints.of({group, look[i]});
                if (number == m_endpoints.size())
                    m_endpoints.push_back({group, 0, g * perGroup + i, {}});
                EndpointClass& c = m_endpoints[number];
                c.members.push_back(g * perGroup + i);
                if (g == m_groups[group].example)
                    c.perNode += 1;
            }
        }
    }

    std::vector<double> endpointLook(std::size_t e) const {
        std::vector<double> look;
        for (std::size_t p = 0; p < m_planes; ++p)
            for (const Direction d : {Direction::Up, Direction::Down})
                look.push_back(capacity(m_f.endpointLink(e, p), d));
        return look;
    }
    std::vector<double> nodeLook(std::size_t node, std::vector<std::uint32_t> endpoints) const {
        std::sort(endpoints.begin(), endpoints.end());
        std::vector<double> look(endpoints.begin(), endpoints.end());
        if (m_f.system().twoTier())
            for (std::size_t p = 0; p < m_planes; ++p)
                for (std::size_t k = 0; k < m_spines; ++k)
                    for (const Direction d : {Direction::Up, Direction::Down})
                        look.push_back(capacity(m_f.uplink(node, p, k), d));
        return look;
    }

    std::uint32_t addResource(LinkId link, Direction d) {
        return m_traffic.addResource(channelOf(link, d), capacity(link, d));
    }
    // A resource for each class, plane and direction, and the channels that it stands for.
    void addResources() {
        for (const EndpointClass& c : m_endpoints)
            for (std::size_t p = 0; p < m_planes; ++p)
                for (const Direction d : {Direction::Up, Direction::Down}) {
                    const std::uint32_t r = addResource(m_f.endpointLink(c.example, p), d);
                    for (const std::size_t e : c.members)
                        m_traffic.resourceOf[channelOf(m_f.endpointLink(e, p), d).value] = r;
                }
        m_firstUplink = static_cast<std::uint32_t>(m_traffic.sharing.resources());
        if (!m_f.system().twoTier())
            return;
        for (const GroupClass& g : m_groups)
            for (std::size_t p = 0; p < m_planes; ++p)
                for (std::size_t k = 0; k < m_spines; ++k)
                    for (const Direction d : {Direction::Up, Direction::Down}) {
                        const std::uint32_t r = addResource(m_f.uplink(g.example, p, k), d);
                        for (const std::size_t n : g.members)
                            m_traffic.resourceOf[channelOf(m_f.uplink(n, p, k), d).value] = r;
                    }
    }
    std::uint32_t endpointResource(std::uint32_t c, std::size_t plane, Direction d) const {
        return static_cast<std::uint32_t>((c * m_planes + plane) * 2 + (d == Direction::Down));
    }
    std::uint32_t uplinkResource(std::uint32_t g, std::size_t plane, std::size_t k, Direction d) const {
        return static_cast<std::uint32_t>(m_firstUplink + ((g * m_planes + plane) * m_spines + k) * 2 +
                                          (d == Direction::Down));
    }

    // Endpoints of class b that one endpoint of class a talks to, in its own node or in all others.
    double partners(std::uint32_t a, std::uint32_t b, Place place) const {
        const EndpointClass& to = m_endpoints[b];
        if (place == Place::Near)
            return to.perNode - (a == b ? 1 : 0);
        const double otherNodes = m_groups[to.group].nodes - (m_endpoints[a].group == to.group ? 1 : 0);
        return otherNodes * to.perNode;
    }

    // Two different nodes of the two classes; only called when there are two.
    std::pair<std::size_t, std::size_t> exampleNodes(std::uint32_t a, std::uint32_t b) const {
        const GroupClass &from = m_groups[m_endpoints[a].group], &to = m_groups[m_endpoints[b].group];
        return {from.example, from.example != to.example ? to.example : to.members[1]};
    }

    void addPair(std::uint32_t a, std::uint32_t b, Place place) {
        const double partnersOfA = partners(a, b, place);
        if (partnersOfA <= 0)
            return;
        struct Route {
            std::size_t plane;
            std::vector<std::uint32_t> spines;
        };
        std::vector<Route> routes;
        for (std::size_t p = 0; p < m_planes; ++p) {
            if (m_traffic.sharing.capacity[endpointResource(a, p, Direction::Up)] <= 0 ||
                m_traffic.sharing.capacity[endpointResource(b, p, Direction::Down)] <= 0)
                continue;
            if (place == Place::Near) {
                routes.push_back({p, {}});
                continue;
            }
            const auto [from, to] = exampleNodes(a, b);
            if (auto spines = usableSpines(m_f, m_state, from, to, p); !spines.empty())
                routes.push_back({p, std::move(spines)});
        }
        const double members = m_groups[m_endpoints[a].group].nodes * m_endpoints[a].perNode * partnersOfA;
        if (routes.empty())
            return refuse(a, b, members);
        for (const Route& route : routes)
            addFlow(a, b, place, route.plane, route.spines, members,
                    m_bytes / static_cast<double>(routes.size()));
        ++m_traffic.pairs;
        m_traffic.joined += members;
    }

    void addFlow(std::uint32_t a, std::uint32_t b, Place place, std::size_t plane,
                 const std::vector<std::uint32_t>& spines, double members, double bytes) {
        const EndpointClass &from = m_endpoints[a], &to = m_endpoints[b];
        const double overhead = place == Place::Near ? m_overhead.near : m_overhead.far;
        const double out = partners(a, b, place) * overhead, in = partners(b, a, place) * overhead;
        m_uses.assign({{endpointResource(a, plane, Direction::Up), out},
                       {endpointResource(b, plane, Direction::Down), in}});
        for (const std::uint32_t k : spines) {
            const double share = 1.0 / static_cast<double>(spines.size());
            m_uses.push_back(
                {uplinkResource(from.group, plane, k, Direction::Up), from.perNode * out * share});
            m_uses.push_back({uplinkResource(to.group, plane, k, Direction::Down), to.perNode * in * share});
        }
        m_traffic.addFlow({members, bytes, overhead, static_cast<std::uint32_t>(plane), m_traffic.pairs,
                           endpointId(from.example), endpointId(partnerExample(a, b, place))},
                          m_uses);
    }

    ElementId endpointId(std::size_t e) const { return m_f.id(ElementKind::Endpoint, e); }
    // A partner of class b for the example of class a, near or far as asked.
    std::size_t partnerExample(std::uint32_t a, std::uint32_t b, Place place) const {
        const std::size_t self = m_endpoints[a].example;
        const auto group = [&](std::size_t e) { return m_f.system().twoTier() ? m_f.nodeOfEndpoint(e) : 0; };
        for (const std::size_t e : m_endpoints[b].members)
            if (e != self && (group(e) == group(self)) == (place == Place::Near))
                return e;
        return m_endpoints[b].example;
    }

    void example(ElementId from, ElementId to, const char* why) {
        if (m_traffic.undelivered.examples.size() < Undelivered::mostExamples)
            m_traffic.undelivered.examples.push_back(m_f.name(from) + " to " + m_f.name(to) + ": " + why);
    }
    void refuse(std::uint32_t a, std::uint32_t b, double members) {
        m_traffic.undelivered.pairs += static_cast<std::size_t>(members);
        const ElementId from = endpointId(m_endpoints[a].example),
                        to = endpointId(m_endpoints[b].members.back());
        example(from, to, "no plane joins them");
    }
    // Pairs with a dead end: all ordered pairs less those among the living.
    void reportDown() {
        const std::size_t n = m_f.count(ElementKind::Endpoint);
        std::size_t living = 0;
        for (const EndpointClass& c : m_endpoints)
            living += c.members.size();
        m_traffic.undelivered.pairs += n * (n - 1) - (living < 2 ? 0 : living * (living - 1));
        for (std::size_t e = 0; e < n && living < n; ++e)
            if (!alive(e) && n > 1)
                example(endpointId(e), endpointId(e == 0 ? 1 : 0), "the sender is down");
    }

    const Fabric& m_f;
    const FabricState& m_state;
    double m_bytes;
    Overhead m_overhead;
    std::size_t m_planes, m_spines;
    std::vector<EndpointClass> m_endpoints;
    std::vector<GroupClass> m_groups;
    std::uint32_t m_firstUplink = 0;
    std::vector<Use> m_uses; // of the flow that is being added
    Traffic m_traffic;
};

} // namespace

Result<Traffic> allToAll(const Fabric& fabric, const FabricState& state, double bytesPerPair,
                         Overhead overhead) {
    return ClassedAllToAll(fabric, state, bytesPerPair, overhead).build();
}

} // namespace supernode
