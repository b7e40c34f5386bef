// Dots that travel at an even pace: which dot, on which lane, is in uSlots; how far it is follows from the time.
uniform samplerBuffer uCurves;
uniform samplerBuffer uLanes;  // spacing in metres, dots a second
uniform usamplerBuffer uSlots; // lane, ordinal
uniform samplerBuffer uCurveStates;
uniform sampler2D uDepth; // of what stands in the hall
uniform float uSeconds;
uniform float uSize;    // metres
uniform float uFocal;   // pixels a metre takes at a distance of one metre
uniform vec2 uSizeRange; // pixels
uniform float uApart;   // pixels between the middle of the curve and a lane
uniform vec3 uDot;

flat out vec3 vColour;
flat out float vStrength;

float parameterAt(int first, float share) {
    float place = clamp(share, 0.0, 1.0) * 9.0;
    int below = min(int(place), 8);
    vec4 early = texelFetch(uCurves, first + 4), late = texelFetch(uCurves, first + 5);
    float from = below == 0 ? 0.0 : below <= 4 ? early[below - 1] : late[below - 5];
    float to = below == 8 ? 1.0 : below < 4 ? early[below] : late[below - 4];
    return mix(from, to, place - float(below));
}

vec4 onScreen(int first, float t) {
    vec3 a = texelFetch(uCurves, first).xyz, b = texelFetch(uCurves, first + 1).xyz;
    vec3 c = texelFetch(uCurves, first + 2).xyz, d = texelFetch(uCurves, first + 3).xyz;
    float s = 1.0 - t;
    return uViewProjection *
           vec4(a * (s * s * s) + b * (3.0 * s * s * t) + c * (3.0 * s * t * t) + d * (t * t * t), 1.0);
}

void main() {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    uvec2 slot = texelFetch(uSlots, gl_VertexID).xy;
    int curve = int(slot.x / 2u), first = curve * 7;
    bool down = slot.x % 2u == 1u;
    vec2 lane = texelFetch(uLanes, int(slot.x)).xy;
    float phase = fract(float(slot.x) * 0.6180339887);
    float way = (float(slot.y) + fract(lane.y * uSeconds + phase)) * lane.x;
    float whole = texelFetch(uCurves, first).w;
    if (way > whole)
        return;
    float share = down ? 1.0 - way / whole : way / whole;
    float t = parameterAt(first, share);
    vec4 p = onScreen(first, t);
    vec4 ahead = onScreen(first, t + 0.01);
    if (p.w < 0.05)
        return;
    vec2 tangent = (ahead.xy / ahead.w - p.xy / p.w) * uViewport;
    vec2 aside = length(tangent) > 0.0 ? normalize(vec2(-tangent.y, tangent.x)) : vec2(0.0);
    p.xy += aside * (down ? 1.0 : -1.0) * uApart * 2.0 / uViewport * p.w;
    vec3 ndc = p.xyz / p.w;
    vec2 pixel = (ndc.xy * 0.5 + 0.5) * uViewport;
    if (any(lessThan(pixel, vec2(0.0))) || any(greaterThanEqual(pixel, uViewport)))
        return;
    if (ndc.z * 0.5 + 0.5 > texelFetch(uDepth, ivec2(pixel), 0).x + 2e-5)
        return;
    vec3 state = texelFetch(uCurveStates, curve).xyz;
    float ends = smoothstep(0.0, 0.12, min(way, whole - way));
    gl_PointSize = clamp(uSize * uFocal / p.w, uSizeRange.x, uSizeRange.y);
    gl_Position = p;
    vColour = uColouring == 1 ? texelFetch(uCurves, first + 6).rgb
              : uColouring == 2 ? uDot
                                : ramp(down ? state.y : state.x);
    vStrength = 0.25 + 0.75 * ends;
}
