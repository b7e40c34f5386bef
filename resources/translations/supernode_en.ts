<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>supernode::FindBest</name>
    <message numerus="yes">
        <source>Answer %n combinations</source>
        <translation>
            <numerusform>Answer %n combination</numerusform>
            <numerusform>Answer %n combinations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::KnobPanel</name>
    <message numerus="yes">
        <source>%n parameters</source>
        <translation>
            <numerusform>%n parameter</numerusform>
            <numerusform>%n parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::LinkedHalls</name>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::MachinePanel</name>
    <message numerus="yes">
        <source>%n parameters</source>
        <translation>
            <numerusform>%n parameter</numerusform>
            <numerusform>%n parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::QuestionPanel</name>
    <message numerus="yes">
        <source>and %n flows before</source>
        <translation>
            <numerusform>and %n flow before</numerusform>
            <numerusform>and %n flows before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::Session</name>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>supernode::TrafficDrawing</name>
    <message numerus="yes">
        <source>%n flows are drawn.</source>
        <translation>
            <numerusform>%n flow is drawn.</numerusform>
            <numerusform>%n flows are drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs painted</source>
        <translation>
            <numerusform>%n pair painted</numerusform>
            <numerusform>%n pairs painted</numerusform>
        </translation>
    </message>
</context>
</TS>
