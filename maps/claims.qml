<qgis version="3.22.0" labelsEnabled="1" styleCategories="AllStyleCategories">
 <renderer-v2 type="categorizedSymbol" attr="CASE WHEN &quot;role&quot; IN ('origin', 'destination') THEN 'end of a movement' ELSE &quot;type&quot; || ', ' || &quot;status&quot; END" symbollevels="0" enableorderby="1">
  <categories>
   <category symbol="0" value="end of a movement" label="End of a movement" render="true" />
   <category symbol="1" value="presence, reported" label="Presence, reported" render="true" />
   <category symbol="2" value="presence, confirmed" label="Presence, confirmed" render="true" />
   <category symbol="3" value="presence, unconfirmed" label="Presence, unconfirmed" render="true" />
   <category symbol="4" value="presence, expected" label="Presence, expected" render="true" />
   <category symbol="5" value="presence, denied" label="Presence, denied" render="true" />
   <category symbol="6" value="casualties, confirmed" label="Casualties, confirmed" render="true" />
   <category symbol="7" value="casualties, unconfirmed" label="Casualties, unconfirmed" render="true" />
  </categories>
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="outline_color" type="QString" value="26,31,37,255" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="size" type="QString" value="2" />
      <Option name="scale_method" type="QString" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="0,158,115,255" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="size" type="QString" value="3.2" />
      <Option name="scale_method" type="QString" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="0,158,115,255" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="size" type="QString" value="3.2" />
      <Option name="scale_method" type="QString" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="outline_color" type="QString" value="0,158,115,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="size" type="QString" value="3.2" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="outline_style" type="QString" value="dash" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="outline_color" type="QString" value="0,158,115,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="size" type="QString" value="3.2" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="outline_style" type="QString" value="dot" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="outline_color" type="QString" value="109,117,125,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="size" type="QString" value="3.2" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="outline_style" type="QString" value="dot" />
     </Option>
    </layer>
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="cross2" />
      <Option name="color" type="QString" value="109,117,125,255" />
      <Option name="outline_color" type="QString" value="109,117,125,255" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="size" type="QString" value="1.6" />
      <Option name="scale_method" type="QString" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="diamond" />
      <Option name="color" type="QString" value="213,94,0,255" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="size" type="QString" value="4" />
      <Option name="scale_method" type="QString" value="diameter" />
     </Option>
    </layer>
   </symbol>
   <symbol type="marker" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" pass="0" locked="0">
     <Option type="Map">
      <Option name="name" type="QString" value="diamond" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="outline_color" type="QString" value="213,94,0,255" />
      <Option name="outline_width" type="QString" value="0.5" />
      <Option name="size" type="QString" value="4" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="outline_style" type="QString" value="dash" />
     </Option>
    </layer>
   </symbol>
  </symbols>
  <orderby>
   <orderByClause asc="1" nullsFirst="1">CASE WHEN "role" IN ('origin', 'destination') THEN 'end of a movement' ELSE "type" || ', ' || "status" END &lt;&gt; 'end of a movement'</orderByClause>
  </orderby>
 </renderer-v2>
 <mapTip>[% replace(replace(coalesce("quote", ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;') %]</mapTip>
 <temporal enabled="1" mode="4" startExpression="to_datetime(&quot;date_from&quot;)" endExpression="to_datetime(coalesce(&quot;date_to&quot;,&quot;date_from&quot;)) + to_interval('1 day')" limitMode="0" accumulate="0" fixedDuration="0" durationUnit="min" />
</qgis>
