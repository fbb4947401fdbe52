<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" hasScaleBasedVisibilityFlag="0" labelsEnabled="1">
  <renderer-v2 type="categorizedSymbol" attr="change" forceraster="0" symbollevels="0" enableorderby="0">
    <categories>
      <category value="as before" label="As before" symbol="0" render="true"/>
      <category value="opened" label="Opened" symbol="1" render="true"/>
      <category value="closed" label="Closed" symbol="2" render="true"/>
      <category value="moved" label="Moved" symbol="3" render="true"/>
    </categories>
    <symbols>
      <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" type="QString" value="circle"/>
            <Option name="color" type="QString" value="23,32,42,255"/>
            <Option name="outline_color" type="QString" value="255,255,255,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.35"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="size" type="QString" value="3.4"/>
            <Option name="size_unit" type="QString" value="MM"/>
          </Option>
        </layer>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" type="QString" value="cross_fill"/>
            <Option name="color" type="QString" value="255,255,255,255"/>
            <Option name="outline_color" type="QString" value="255,255,255,0"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="size" type="QString" value="1.9"/>
            <Option name="size_unit" type="QString" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" type="QString" value="diamond"/>
            <Option name="color" type="QString" value="197,27,125,255"/>
            <Option name="outline_color" type="QString" value="255,255,255,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.4"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="size" type="QString" value="4.4"/>
            <Option name="size_unit" type="QString" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="2" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" type="QString" value="cross2"/>
            <Option name="color" type="QString" value="23,32,42,255"/>
            <Option name="outline_color" type="QString" value="23,32,42,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="1"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="size" type="QString" value="3.2"/>
            <Option name="size_unit" type="QString" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="3" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="name" type="QString" value="triangle"/>
            <Option name="color" type="QString" value="197,27,125,255"/>
            <Option name="outline_color" type="QString" value="255,255,255,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.4"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="size" type="QString" value="4.4"/>
            <Option name="size_unit" type="QString" value="MM"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="rule-based">
    <rules key="root">
      <rule key="near" description="Names, near to" scalemaxdenom="900000" scalemindenom="1">
        <settings calloutType="simple">
          <text-style fieldName="name" isExpression="0" fontFamily="Sans Serif" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="23,32,42,255" textOpacity="1" multilineHeight="1" capitalization="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <placement placement="6" dist="1.2" distUnits="MM" priority="8" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="1" centroidInside="1" centroidWhole="1" polygonPlacementFlags="2"/>
          <rendering scaleVisibility="0" scaleMin="0" scaleMax="0" displayAll="0" obstacle="1" obstacleFactor="1" fontLimitPixelSize="0"/>
        </settings>
      </rule>
      <rule key="far" description="Room for the marks, farther off" scalemaxdenom="0" scalemindenom="900000">
        <settings calloutType="simple">
          <text-style fieldName="name" isExpression="0" fontFamily="Sans Serif" fontSize="7" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="23,32,42,255" textOpacity="1" multilineHeight="1" capitalization="0">
            <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128" bufferNoFill="1"/>
          </text-style>
          <placement placement="6" dist="1.2" distUnits="MM" priority="8" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" offsetType="1" centroidInside="1" centroidWhole="1" polygonPlacementFlags="2"/>
          <rendering scaleVisibility="0" scaleMin="0" scaleMax="0" displayAll="0" drawLabels="0" obstacle="1" obstacleFactor="1" fontLimitPixelSize="0"/>
        </settings>
      </rule>
    </rules>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
</qgis>
