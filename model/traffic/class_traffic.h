// SPDX-License-Identifier: GPL-3.0-or-later
// Puts Traffic together from pairs of classes of ends: flows, the resources they load, what is cut off.
//
// One flow stands for all pairs of two classes over all planes that are alike; a healthy machine needs one
// flow of four uses for a pair in two nodes, and one of a single use for two dies of a package. Resources are
// made when they are first used. Errors: more uses than mostUses; told to stop. Thread: one at a time.
#pragma once

#include "model/traffic/end_classes.h"
#include "model/traffic/routing.h"
#include "model/traffic/traffic.h"

#include <array>
#include <map>
#include <stop_token>
#include <utility>
#include <vector>

namespace supernode {

// What each pair sends.
struct Parcel {
    double bytes = 0;
    double weight = 1; // of each of its flows when all planes join its ends
    double start = 0;  // seconds
    Weighing weighing = Weighing::Alike;
};

class ClassTraffic {
public:
    // `colours` names the role of every end of the network (EndClasses); `damage` as damageOf gives it.
    ClassTraffic(const Fabric& fabric, const FabricState& state, RouteBy by, Overhead overhead,
                 const std::vector<std::uint32_t>& colours, const std::vector<DamagedLink>& damage,
                 std::stop_token stop = {});
    ClassTraffic(const ClassTraffic&) = delete;
    ClassTraffic& operator=(const ClassTraffic&) = delete;

    // So many pairs of single ends will come.
    void reserve(std::size_t pairs);

    // Every end of one colour sends to every other end of another.
    void addAll(std::uint32_t fromColour, std::uint32_t toColour, Parcel parcel);
    // One end to another; each must be alone in its colour.
    void addOne(std::uint32_t from, std::uint32_t to, Parcel parcel);

    // `what` names the flows in the sentence when they are too many. Who needs no loads of single channels
    // leaves Traffic::resourceOf empty, which saves two thirds of the time of an all-to-all.
    enum class Channels : std::uint8_t { Mapped, LeftOut };
    Result<Traffic> take(const std::string& what, Channels channels = Channels::Mapped);

    const EndClasses& classes() const { return m_classes; }
    const NetworkShape& shape() const { return m_shape; }

private:
    struct Resource {
        NetworkShape::Tier tier;
        Direction direction;
        std::uint32_t at; // class of ends or of groups, or pod
        std::uint32_t planes, spines, cores;
    };
    struct PackageResource { // links between dies of two classes, from the one to the other
        std::uint32_t number = Traffic::unused;
        std::uint32_t from = 0, to = 0;
    };
    struct Pending { // of the adaptive rule, which looks at all pairs at once
        ClassPair pair;
        Parcel parcel;
        Ways ways;
    };

    bool full() const { return m_stopped || m_traffic.sharing.resource.size() > mostUses; }
    void add(const ClassPair& pair, const Parcel& parcel);
    void addInPackage(const ClassPair& pair, const Parcel& parcel, LinkId link);
    double overheadOf(const ClassPair& pair) const {
        return pair.distance <= Distance::SameGroup ? m_overhead.near : m_overhead.far;
    }
    void addFlow(const ClassPair& pair, const Parcel& parcel, const Ways& ways, const Leg& leg);
    std::vector<Ways> optionsOf(const Ways& ways, const Leg& leg) const;
    void addAdaptive();
    // Appends what a unit of rate of each pair, times `share`, puts on the resources of the leg.
    void useEnds(const ClassPair& pair, const Leg& leg, double share);
    void useSpine(const ClassPair& pair, const Ways& ways, const Leg& leg, const SpinePart& part,
                  double share);
    void refuse(const ClassPair& pair);
    void remember(const ClassPair& pair, double bytes);
    PairBytesPtr whoSends();
    void use(const Resource& resource, double load);
    LinkId exampleOf(const Resource& resource) const;
    void mapChannels(); // fills resourceOf
    void mapAbove(std::uint32_t resource, std::uint32_t plane);
    void mapPackages();

    NetworkShape m_shape;
    const FabricState& m_state;
    RouteBy m_by;
    Overhead m_overhead;
    Symmetry m_symmetry;
    EndClasses m_classes;
    Router m_router;
    Traffic m_traffic;
    std::stop_token m_stop;
    bool m_stopped = false;
    std::uint32_t m_asked = 0;         // pairs since the token was looked at
    double m_fullParts = 1;            // flows of a pair that all planes join
    std::vector<Resource> m_resources; // by number; those of packages stand in m_packages
    std::map<std::pair<std::uint32_t, std::uint32_t>, PackageResource> m_packages;
    std::array<std::vector<std::uint32_t>, 3> m_numbers; // of resources by place, for each tier
    std::size_t m_spineClasses = 0, m_coreClasses = 0;
    std::vector<std::vector<std::uint32_t>> m_ofColour; // classes of ends
    std::vector<Use> m_uses;                            // of the flow that is being added
    Ways m_ways;
    std::vector<Pending> m_pending;
    std::vector<PairClasses::Alike> m_alike; // joined pairs of classes
    std::vector<OnePair> m_ones;
};

} // namespace supernode
